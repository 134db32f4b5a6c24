// Sentences that were held out of training: their pairs of words never stood together there.
// The token that asks is marked with ?, the one that it should look at with !, an adjective that tells with *.

extension TestSentence {
  /// All test sentences, kind by kind.
  static let all: [TestSentence] =
    read(chants, as: .chant)
    + read(lookups, as: .lookup)
    + read(agreements, as: .agreement)
    + read(verbsOfPronouns, as: .pronoun)
    + read(places, as: .adjective)
    + read(numbers, as: .number)
    + read(genders, as: .gender)

  private static func read(_ lines: String, as kind: TestKind) -> [TestSentence] {
    lines.split(separator: "\n").map { TestSentence(String($0), kind) }
  }

  /// A chant is said twice; the word goes on as after its first time.
  private static let chants = """
    gray one ann! gray one? = ann
    ten leo horn kim mia nine! lamp eva key ring ten leo horn kim mia? = nine
    nine coin! gray tom key blue nine? = coin
    two ann ring leo tom cup! six gold two ann ring leo tom? = cup
    pink red coin rope key drum ben! mia cup pink red coin rope key drum? = ben
    kim blue rope mia! kim blue rope? = mia
    cup blue key leo pink mia coin gold! horn cup blue key leo pink mia coin? = gold
    bell book six drum ten green blue! gray rope bell book six drum ten green? = blue
    coin tom two! ring red ten nine bell blue six leo coin tom? = two
    book horn gray nine blue! pink key lamp book horn gray nine? = blue
    green book cup red blue coin sam! green book cup red blue coin? = sam
    cup drum ben! green two cup drum? = ben
    coin sam! gray ring green pink coin? = sam
    book two six sam ann! coin book two six sam? = ann
    ring cup drum! two six ring cup? = drum
    horn green ring cup six red two! mia gold leo horn green ring cup six red? = two
    lamp four nine! lamp four? = nine
    six ann ten red cup! kim six ann ten red? = cup
    mia nine! two mia? = nine
    red mia! tom lamp gold kim sam drum cup red? = mia
    """

  /// Who has what.
  private static let lookups = """
    tom cup! , kim key , sam horn , leo book . tom? = cup
    eva cup! , leo key . eva? = cup
    leo key , sam bell , eva cup! , ann coin . eva? = cup
    kim key , eva coin , tom cup! , leo ring . tom? = cup
    ben cup , sam rope! . sam? = rope
    leo book , eva ring , kim lamp! , ann coin . kim? = lamp
    eva rope , ann cup! , leo drum . ann? = cup
    eva coin , sam horn , ben bell , leo book! . leo? = book
    ann drum , kim coin! , mia horn , ben bell . kim? = coin
    sam lamp , ben coin , eva cup! , tom ring . eva? = cup
    leo ring , ben book! . ben? = book
    leo drum , sam rope! , kim key , tom ring . sam? = rope
    mia cup! , eva key , ann lamp , sam book . mia? = cup
    ben drum! , sam ring , mia rope . ben? = drum
    mia cup! , ben horn , eva bell , tom ring . mia? = cup
    ben book! , ann bell , leo drum . ben? = book
    kim key! , ben bell . kim? = key
    eva ring , leo horn , kim key! , tom coin . kim? = key
    sam rope! , leo cup . sam? = rope
    tom bell , ann cup! , eva key , ben book . ann? = cup
    """

  /// The verb agrees with the first noun, whatever stands between.
  private static let agreements = """
    the bees! near the hens? = buzz
    the dog! in spring behind the hens? = barks
    the cow! in spring near the hens? = moos
    the dogs! beside the cows? = bark
    at night the dogs! near the hens? = bark
    the bee! in spring beside the hens? = buzzes
    the dog! at night beside the hen? = barks
    the hens! behind the cow? = cluck
    the bees! beside the hen? = buzz
    the dogs! behind the cows? = bark
    the hen! beside the cow? = clucks
    the bee! at night behind the hens? = buzzes
    in spring the dog! in spring near the hens? = barks
    the cow! in spring beside the hen? = moos
    at night the dogs! beside the hens? = bark
    the dogs! at night near the hens? = bark
    in spring the bees! at night near the cow? = buzz
    the dog! behind the hens? = barks
    the hen! in spring behind the cows? = clucks
    in spring the hen! at night beside the cow? = clucks
    """

  /// `it` and `they` mean the noun of their number.
  private static let verbsOfPronouns = """
    the cow saw the hens! . they? = cluck
    the dogs! saw the cow in spring . they? = bark
    the bees! saw the cow . they? = buzz
    the dogs! saw the hen in spring . they? = bark
    the cows! saw the hen . they? = moo
    the hens! saw the cow at night . they? = cluck
    the hen! saw the cows in spring . it? = clucks
    the hen! saw the cows at night . it? = clucks
    the hen saw the cows! . they? = moo
    the cow! saw the hens at night . it? = moos
    the bees! saw the cow at night . they? = buzz
    the dogs saw the hen! at night . it? = clucks
    the dogs saw the cow! . it? = moos
    the dogs! saw the hen . they? = bark
    the bee! saw the hens . it? = buzzes
    the bee! saw the hens at night . it? = buzzes
    the bees saw the cow! . it? = moos
    the hens saw the cow! at night . it? = moos
    the dog! saw the cows in spring . it? = barks
    the dogs! saw the hen at night . they? = bark
    """

  /// `it` is an animal or a place; the adjective tells which.
  private static let places = """
    the mouse crossed the road! at noon because it? was narrow* . = road
    the mouse! crossed the road last week because it? was hungry* . = mouse
    the goat avoided the tunnel! because it? was icy* . = tunnel
    the cat! left the street because it? was lost* . = cat
    the bears crossed the bridge! in spring because it? was too narrow* . = bridge
    the wolf! avoided the lane in spring because it? was hungry* . = wolf
    because it? was muddy* , the wolf left the field! . = field
    because it? was too scared* , the goat! crossed the park . = goat
    the cats! avoided the street last week because they? were hungry* . = cats
    the goat left the road! at night because it? was narrow* . = road
    because it? was too muddy* , the goat crossed the street! last week . = street
    because it? was muddy* , the goat avoided the park! . = park
    the horse avoided the tunnel! in spring because it? was icy* . = tunnel
    because it? was hungry* , the goat! crossed the road . = goat
    the mouse left the road! because it? was closed* . = road
    because they? were scared* , the wolves! avoided the field . = wolves
    the wolf! avoided the field at night because it? was thirsty* . = wolf
    because it? was too closed* , the goat left the tunnel! last week . = tunnel
    the goat! left the street at night because it? was hungry* . = goat
    the bears avoided the bridge! in spring because it? was icy* . = bridge
    """

  /// `it` and `they` mean the noun of their number, wherever it stands.
  private static let numbers = """
    the goats! saw the cat at noon because they? were too lost . = goats
    the cows! heard the mouse because they? were hungry . = cows
    the horse! met the cats at night because it? was scared . = horse
    the bears! saw the goat because they? were scared . = bears
    the bears! heard the goat at night because they? were too tired . = bears
    the bear! heard the cats last week because it? was thirsty . = bear
    the horse met the cats! because they? were too thirsty . = cats
    the cats heard the bear! because it? was tired . = bear
    the mice! heard the goat at night because they? were tired . = mice
    the mouse! met the foxes because it? was scared . = mouse
    the cat saw the goats! because they? were too thirsty . = goats
    because it? was too tired , the bear! met the cats . = bear
    the horse! saw the cats last week because it? was tired . = horse
    because it? was too lost , the cats met the horse! . = horse
    the foxes! saw the mouse last week because they? were scared . = foxes
    the foxes! heard the mouse because they? were lost . = foxes
    because it? was too thirsty , the mouse! saw the hens at night . = mouse
    the goat! met the bears at night because it? was thirsty . = goat
    the bear! met the cats at noon because it? was thirsty . = bear
    the cows heard the mouse! because it? was too scared . = mouse
    """

  /// `he` and `she` mean the name of their gender.
  private static let genders = """
    sam! saw amy because he? was tired . = sam
    sam met amy! because she? was lost . = amy
    because he? was tired , zoe met tom! at night . = tom
    tom saw mia! in spring because she? was tired . = mia
    tom! heard zoe at noon because he? was thirsty . = tom
    zoe! met tom at noon because she? was too scared . = zoe
    sam! heard amy because he? was too scared . = sam
    sam heard amy! in spring because she? was too lost . = amy
    amy saw sam! because he? was thirsty . = sam
    mia met tom! because he? was thirsty . = tom
    because she? was too thirsty , sam met amy! last week . = amy
    because she? was hungry , tom saw zoe! at noon . = zoe
    tom! heard mia last week because he? was lost . = tom
    ann met sam! at night because he? was hungry . = sam
    sam! met amy at noon because he? was too lost . = sam
    because he? was scared , tom! heard zoe at night . = tom
    zoe saw tom! at noon because he? was tired . = tom
    sam heard ann! because she? was scared . = ann
    ann heard sam! at noon because he? was scared . = sam
    zoe heard tom! last week because he? was scared . = tom
    """
}
