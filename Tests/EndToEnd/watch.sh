# A lesson in one window while an editor saves it. Sourced by run.

name='watch'
fresh_shell xterm-256color C.UTF-8 NO_COLOR= 100x30
cp "$two_steps" "$work/draft.md"
type_line "$qkv watch $work/draft.md"
sees "$name: opens the lesson" 'step 1 of 2'

# save NAME SED: as an editor does, under another name first.
save() {
  sed "$1" "$work/draft.md" >"$work/draft.new" && mv "$work/draft.new" "$work/draft.md"
}

last=$(grep -n '^## ' "$two_steps" | tail -n 1 | cut -d: -f1)
save "${last}a\\
\\
A sentence that was just written."
sees "$name: turns to the step that changed" 'A sentence that was just written.'
sees "$name: which is the second" 'step 2 of 2'
save "s/qkv choice two/qkv choise two/"
sees "$name: shows a mistake" 'cannot be opened'
sees "$name: with its line" 'choise'
save "s/qkv choise two/qkv choice two/"
is_mended() { ! screen | grep -q 'cannot be opened'; }
holds "$name: comes back" is_mended
sees "$name: where it was" 'step 2 of 2'
press q
press q
restored "$name"
