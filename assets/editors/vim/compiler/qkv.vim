" Checks a lesson or a scene: `:compiler qkv`, then `:make`.

if exists("current_compiler")
  finish
endif
let current_compiler = "qkv"

let s:cpo_save = &cpo
set cpo&vim

CompilerSet makeprg=qkv\ check\ %:S

" A problem is its place and sentence, the source line, a line with a caret, and perhaps advice:
"
"     taste.md:23:10: error: there is no operation `sotfmax`
"       weight = sotfmax(score)
"                ^~~~~~~
"       Did you mean softmax?
"
" Source line and advice look alike. `%>` skips the pattern of the advice for the line that follows
" the sentence, so that the source line is dropped and the advice is kept.
CompilerSet errorformat=
      \%-C%*\\s^%.%#,
      \%C\ \ %m,
      \%E%>%f:%l:%v:\ error:\ %m,
      \%W%>%f:%l:%v:\ warning:\ %m,
      \%-C\ \ %.%#,
      \%-G%*\\d\ lesson%.%#

let &cpo = s:cpo_save
unlet s:cpo_save
