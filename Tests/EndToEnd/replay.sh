# A lesson recorded in one window and played in another of another size. Sourced by run.

name='record'
fresh_shell xterm-256color C.UTF-8 NO_COLOR= 100x30
type_line "$qkv record $work/talk.qkvlog $two_steps"
sees "$name: opens the lesson" 'step 1 of 2'
press n
press n
sees "$name: goes to the second step" 'step 2 of 2'
press q
press q
restored "$name"
sees "$name: says how it is played" 'Play it with: qkv replay'
holds "$name: the file holds messages" grep -q nextStep "$work/talk.qkvlog"
type_line "clear; $qkv record $work/talk.qkvlog $two_steps; echo status \$?"
sees "$name: writes over nothing" 'status 1'

name='replay'
fresh_shell xterm-256color C.UTF-8 NO_COLOR= 80x24
type_line "$qkv replay $work/talk.qkvlog"
sees "$name: plays" 'replay 0:0'
press Space
sees "$name: pauses" 'paused'
press Right
press Right
sees "$name: goes on by the arrow" 'step 2 of 2'
press Home
sees "$name: begins again" 'step 1 of 2'
press q
restored "$name"
