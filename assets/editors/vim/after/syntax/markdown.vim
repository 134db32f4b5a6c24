" The blocks of a qkv lesson, which is a Markdown file with `qkv: 1` in its front matter.

if match(getline(1, 30), '^qkv:\s*1\>') < 0
  finish
endif

let s:cpo_save = &cpo
set cpo&vim

unlet! b:current_syntax
syn include @qkvScene syntax/qkv.vim
unlet! b:current_syntax
syn include @qkvYAML syntax/yaml.vim
let b:current_syntax = "markdown"
syn case match
syn spell toplevel
" A scene may be longer than what Markdown looks back for a fence.
syn sync fromstart

" Numbers of the scene in the words, and the id of a step.
syn match qkvLive "`[=~][^`]\+`" contains=@qkvFormula
      \ containedin=yamlPlainScalar,yamlFlowString
syn match qkvStepID "{#[a-z0-9-]\+}" containedin=markdownH2

syn region qkvSceneBlock matchgroup=markdownCodeDelimiter
      \ start="^\z(`\{3,}\)qkv\s\+scene\>.*$" end="^\z1\s*$" keepend contains=@qkvScene,qkvUse
syn match qkvUse "^use:.*$" contained contains=qkvUseKey
syn match qkvUseKey "^use:" contained

syn region qkvShowBlock matchgroup=markdownCodeDelimiter
      \ start="^\z(`\{3,}\)qkv\s\+show\>.*$" end="^\z1\s*$" keepend
      \ contains=qkvPanel,qkvPanelOption,@qkvFormula
syn match qkvPanel "\%(^\||\)\s*\K\k*" contained contains=qkvPanelKind,qkvPanelBar
syn match qkvPanelBar "|" contained
syn match qkvPanelOption "\<\K\k*\ze==\@!" contained
syn keyword qkvPanelKind contained matrix bars plane formula histogram curve flow gradient
syn keyword qkvPanelKind contained roles shares share pipeline number compare measure

syn region qkvSlidersBlock matchgroup=markdownCodeDelimiter
      \ start="^\z(`\{3,}\)qkv\s\+sliders\>.*$" end="^\z1\s*$" keepend
      \ contains=qkvSliderWord,qkvSliderTurn,@qkvFormula
syn keyword qkvSliderWord contained from to step label in of
syn match qkvSliderTurn "^\s*\%(angle\|length\)\ze\s\+of\>" contained

syn region qkvSwitchBlock matchgroup=markdownCodeDelimiter
      \ start="^\z(`\{3,}\)qkv\s\+switch\>.*$" end="^\z1\s*$" keepend
      \ contains=qkvVersion,@qkvFormula
syn match qkvVersion "^[^:]*\ze:" contained

syn region qkvQuestionBlock matchgroup=markdownCodeDelimiter
      \ start="^\z(`\{3,}\)qkv\s\+\%(predict\|choice\|number\|order\|write\|goal\|train\)\>.*$"
      \ end="^\z1\s*$" keepend contains=@qkvYAML,qkvLive

syn region qkvWordsBlock matchgroup=markdownCodeDelimiter
      \ start="^\z(`\{3,}\)qkv\s\+\%(hint\|say\|notes\|pause\)\>.*$" end="^\z1\s*$" keepend
      \ contains=@markdownInline,qkvLive,qkvMinutes,@Spell
syn match qkvMinutes "^minutes:\s*\d\+" contained contains=qkvUseKey,qkvNumber

hi def link qkvLive Special
hi def link qkvStepID Label
hi def link qkvUse String
hi def link qkvUseKey Keyword
hi def link qkvPanelKind Keyword
hi def link qkvPanelBar Delimiter
hi def link qkvPanelOption Label
hi def link qkvSliderWord Keyword
hi def link qkvSliderTurn Keyword
hi def link qkvVersion Label
hi def link qkvMinutes Keyword

let &cpo = s:cpo_save
unlet s:cpo_save
