import Terminal

/// How a page looks: on a light ground and on a dark one, at any width, and on paper.
enum PageStyle {
  /// What the page may load and run: nothing.
  static let policy = "default-src 'none'; style-src 'unsafe-inline'"

  /// The colours that the program itself has, as properties of a style sheet.
  private static func colors(_ theme: Theme) -> String {
    let roles = Role.allCases.map { "--\($0.rawValue):\(theme.style($0).foreground.hex);" }
    let tile = "--tile:\(theme.style(.token).background.hex);"
    return "--ground:\(theme.canvas.hex);" + tile + roles.joined()
  }

  private static var roles: String {
    Role.allCases.map { ".\($0.rawValue){color:var(--\($0.rawValue))}" }.joined(separator: "\n")
  }

  static let sheet = """

    :root{color-scheme:light dark;\(colors(.light))}
    @media screen and (prefers-color-scheme:dark){
    :root{\(colors(.dark))}
    svg *{fill:var(--d)}
    td[style]{background:var(--dg);color:var(--di)}
    }
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:50rem;padding:1.5rem 1rem 4rem;background:var(--ground);color:var(--text);\
    font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
    h1,h2,h3{line-height:1.2;color:var(--bright);text-wrap:balance}
    h1{font-size:2rem;margin:0 0 .5rem}
    h2{font-size:1.4rem;margin:0 0 .75rem}
    h3{font-size:1.0625rem;margin:0 0 .5rem}
    h3 .dim{font-weight:400}
    p,ul,ol,blockquote,pre,figure{margin:0 0 .9rem}
    ul,ol{padding-left:1.6rem}
    li{margin:0 0 .25rem}
    a{color:var(--query)}
    .lead{font-size:1.15rem}
    .heading{font-weight:600}
    .introduction{font-style:italic}
    .number{color:var(--dim);font-weight:400}
    .bold{font-weight:600}
    .heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .skip{position:absolute;left:-999rem}
    .skip:focus{left:1rem;top:.5rem;padding:.4rem .8rem;background:var(--ground);outline:2px solid}
    \(roles)
    code,pre,table,figcaption,.token,.single{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.92em}
    code{overflow-wrap:anywhere}
    pre{overflow-x:auto}
    .token{background:var(--tile);color:var(--bright);padding:.05em .4em;border-radius:.25em;white-space:nowrap}
    section{margin-top:2.5rem;padding-top:1.5rem;border-top:1px solid var(--rule)}
    nav ol{columns:18rem 2}
    .row{display:flex;flex-wrap:wrap;gap:.4rem 2rem;align-items:flex-start}
    .row>*{min-width:0;max-width:100%}
    .several .row{gap:.9rem 2rem}
    figure{max-width:100%}
    figcaption{margin:0 0 .3rem}
    .scroll{overflow-x:auto;max-width:100%}
    svg{display:block;height:auto}
    svg text{white-space:pre}
    table{border-collapse:collapse;line-height:1.35;font-variant-numeric:tabular-nums}
    caption{text-align:left;padding:0 0 .35rem;font-family:inherit;min-width:14ch}
    caption,figcaption{color:var(--text)}
    th{font-weight:400;color:var(--dim);padding:.15em .5em;text-align:right;white-space:nowrap}
    th[scope=row]{text-align:left;padding-left:0}
    td{padding:.15em .5em;text-align:right;white-space:nowrap;background:var(--g);color:var(--i)}
    td.blank{border:1px solid var(--rule);min-width:3.2em}
    td.faint{color:var(--faint)}
    .lit th,.lit td:not([style]),td.lit{color:var(--bright);font-weight:600}
    .words th,.words td{text-align:left;white-space:normal;vertical-align:top}
    .dense{font-size:.8em}
    .dense th,.dense td{padding:.1em .3em}
    abbr{text-decoration:none}
    details{margin:.4rem 0 0}
    summary{color:var(--dim);cursor:pointer;font-size:.9em}
    .blank:not(td){display:inline-block;border-bottom:1px solid var(--dim);height:1.1em;vertical-align:baseline}
    .sliders{color:var(--dim);font-size:.92em}
    .sliders p{margin:0}
    .sliders ul{margin-top:.1rem}
    .question{margin:1.2rem 0;padding:.8rem 1rem .1rem;border-left:3px solid var(--hand)}
    .question>ol>li::marker{color:var(--dim)}
    .answer{color:var(--bright)}
    .reply{margin:.2rem 0 .7rem;color:var(--text)}
    .reply p,.belief{margin:0 0 .4rem}
    .belief{font-style:italic;color:var(--dim)}
    .hints,.notes{margin:1.2rem 0;padding:.8rem 1rem .1rem;border:1px solid var(--rule);border-radius:.4rem}
    .task td{padding:.3em .6em}
    .task td[class]{min-width:4.6em;height:2.3em}
    td.worked,td.solved{font-weight:600;color:var(--bright);border:1px solid var(--rule)}
    .example{margin:.6rem 0;color:var(--dim);overflow-x:auto}
    .example p{margin:0 0 .3rem}
    .example math{math-style:normal}
    .name{margin-top:3rem}
    math{font-size:1.05em}
    math[display=block]{margin:.6rem 0 .9rem}
    @page{size:A4;margin:17mm 16mm}
    @media print{
    :root{color-scheme:only light;--ground:#fff}
    body{max-width:none;padding:0;font-size:10.5pt;line-height:1.4}
    .skip,nav,details{display:none}
    section{margin-top:1.2rem;padding-top:1rem}
    h1,h2,h3,.sliders p{break-after:avoid}
    figure,table,tr,.question,.hints,.notes,li{break-inside:avoid}
    .scroll{overflow:visible}
    svg{max-width:100%}
    td,svg,.token{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    .dense{font-size:7pt}
    a{color:inherit}
    a[href^=http]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}
    }

    """
}
