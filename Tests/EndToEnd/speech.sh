# The voice: what the speech program is told, and that it ends. Sourced by run.

# A speech program that keeps what it is told. It is quick with titles, and goes on speaking with all else until it
# is ended.
mkdir -p "$work/voices" "$work/mute"
cat >"$work/voices/espeak-ng" <<'END'
#!/bin/sh
cd "${0%/*}" && cat >"heard-$$" && echo "$@" >"arguments-$$" && echo $$ >speaking
case $(cat "heard-$$") in *step.) exit ;; esac
exec sleep 600
END
chmod +x "$work/voices/espeak-ng"

# start_with_voice FOLDER: qkv on a lesson to hear, where speech programs are looked for in that folder.
start_with_voice() {
  rm -f "$work"/voices/*ing "$work"/voices/*-[0-9]*
  fresh_shell xterm-256color C.UTF-8 NO_COLOR= 80x24
  type_line "PATH=$1:/usr/bin:/bin $qkv learn $PWD/spoken.md"
}

# hears NAME TEXT: the program that speaks now was told so; remembers it as $voice.
hears() {
  holds "$1: is told \"$2\"" is_told "$2"
  voice=$(cat "$work/voices/speaking")
}

is_told() { [ -e "$work/voices/speaking" ] && grep -qF -- "$1" "$work/voices/heard-$(cat "$work/voices/speaking")"; }

# is_silent PROCESS: it has ended.
is_silent() { ! kill -0 "$1" 2>/dev/null || grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null; }

name='the voice'
start_with_voice "$work/voices"
sees "$name: qkv starts" 'first step'
press n
sees "$name: turns the page" 'second step'
press p
sees "$name: and back" 'eyes'
holds "$name: says nothing unasked" test ! -e "$work/voices/speaking"
press a
sees "$name: is switched on" 'voice on'
hears "$name" 'First, $(touch injected); touch injected'
holds "$name: speaks the lesson's language" grep -qx -- '-v en -s 175 --stdin' "$work/voices/arguments-$voice"
sees "$name: shows the sentence and the time" '/ 0:05  First,'
press P
sees "$name: is paused" 'paused'
holds "$name: falls silent in a pause" is_silent "$voice"
press P
hears "$name" 'First, $(touch injected); touch injected'
first=$voice
press n
sees "$name: no key waits for it" 'second step'
hears "$name" 'A key is W k, and 1 over 2 is a half.'
holds "$name: the step before is silent" is_silent "$first"
press a
sees "$name: is switched off" 'voice off'
holds "$name: falls silent" is_silent "$voice"
holds "$name: nothing of a lesson is run" test ! -e "$work/injected" -a ! -e injected -a ! -e "$work/voices/injected"
press C-c
restored "$name"

for way in q C-c TERM HUP; do
  name="the voice, at the end by $way"
  start_with_voice "$work/voices"
  sees "$name: qkv starts" 'first step'
  press a
  hears "$name" 'First,'
  case $way in
  TERM | HUP) kill "-$way" "$(pgrep -n -f "^$qkv learn")" ;;
  *) press "$way" "$way" ;;
  esac
  restored "$name"
  holds "$name: is silent" is_silent "$voice"
done

name='no voice'
if PATH=/usr/bin:/bin command -v espeak-ng espeak spd-say >/dev/null; then
  cannot_run "$name" 'a speech program is installed here'
else
  start_with_voice "$work/mute"
  sees "$name: qkv starts" 'first step'
  press a
  sees "$name: says what to install" 'install espeak-ng'
  sees "$name: shows the script" 'touch injected'
  press C-c
  restored "$name"
fi
