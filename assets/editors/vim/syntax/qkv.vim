" The scene language of qkv: axes, definitions, operations.
"
" `qkv check` knows the language; this only colours it. The operations are those of the table in
" lessons/README.md.

if exists("b:current_syntax")
  finish
endif

scriptencoding utf-8

let s:cpo_save = &cpo
set cpo&vim

syn case match
syn spell notoplevel
" Letters of any script, digits and `_`, whatever else the file type counts to words.
syn iskeyword @,48-57,192-255,_

" Formulas.
syn match qkvOperator "[-+*/@^<>=!−≤≥≠]\|\.T\>"
syn keyword qkvOperator and or not
syn match qkvNumber "\<\d\+\%(\.\d*\)\=\%([eE][-+]\=\d\+\)\=\>"
syn match qkvNumber "\k\@1<!\.\d\+\%([eE][-+]\=\d\+\)\=\>"
syn match qkvNumber "\<\d\+\.\k\@!"
syn keyword qkvNumber inf nan
syn region qkvLabel start=+"+ skip=+\\["\\]+ end=+"+ oneline
syn match qkvOption "\<\K\k*\ze:" contained
syn region qkvArguments start="(" end=")" transparent contains=@qkvFormula,qkvOption,qkvComment

" A name in front of a parenthesis is an operation; anywhere else it may be a matrix or an axis.
syn match qkvCall "\<\K\k*\ze\s*(" contains=qkvOperation
syn keyword qkvOperation contained rows columns softmax hardmax topk where
syn keyword qkvOperation contained exp log sqrt abs relu gelu gelu_tanh elu tanh sigmoid sin cos
syn keyword qkvOperation contained sum mean max min variance norm entropy argmax dot cosine size
syn keyword qkvOperation contained causal window band padding alibi position rope
syn keyword qkvOperation contained join split share append relabel lookup
syn keyword qkvOperation contained layer_norm rms_norm cross_entropy attention before
syn keyword qkvOperation contained zeros ones eye randn uniform sinusoids weights

syn cluster qkvFormula
      \ contains=qkvOperator,qkvNumber,qkvLabel,qkvArguments,qkvCall

" Definitions: `weight = …`, `X[token, feature] = …`.
syn match qkvDefinition "^\s*\K\k*\%(\s*\[[^]=]*\]\)\=\s*==\@!" contains=qkvDefined
syn match qkvDefined "^\s*\K\k*" contained nextgroup=qkvAxes skipwhite
syn match qkvAxes "\[[^]]*\]" contained contains=qkvAxis
syn match qkvAxis "\K\k*" contained

" Axes: a part of another axis, a size, or words up to the end of the line.
syn match qkvAxisLine "^\s*axis\s\+\K\k*\s*==\@!" contains=qkvKeyword,qkvAxisName
      \ nextgroup=qkvWords,qkvSize,qkvPart skipwhite
syn match qkvAxisName "\K\k*" contained
syn match qkvKeyword "^\s*axis\>" contained
syn match qkvWords "\S.*" contained contains=qkvWord,qkvLabel,qkvComment
syn match qkvWord +[^#"[:space:]]\S*+ contained
syn match qkvSize "\d\+\ze\s*\%(#.*\)\=$" contained
syn match qkvPart "\K\k*\[[^]#]*:[^]#]*\]\ze\s*\%(#.*\)\=$" contained
      \ contains=qkvParent,@qkvFormula
syn match qkvParent "\K\k*\ze\[" contained

syn match qkvComment "#.*$" contains=qkvTodo,@Spell
syn keyword qkvTodo contained TODO FIXME XXX

hi def link qkvOperator Operator
hi def link qkvNumber Number
hi def link qkvLabel String
hi def link qkvOption Label
hi def link qkvOperation Function
hi def link qkvDefined Identifier
hi def link qkvAxis Type
hi def link qkvKeyword Keyword
hi def link qkvAxisName Type
hi def link qkvWord String
hi def link qkvSize Number
hi def link qkvParent Type
hi def link qkvComment Comment
hi def link qkvTodo Todo

let b:current_syntax = "qkv"

let &cpo = s:cpo_save
unlet s:cpo_save
