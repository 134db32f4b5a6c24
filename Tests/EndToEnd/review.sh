# A review from its command line to its end: asked, answered, kept. Sourced by run.

name='review'
fresh_shell xterm-256color C.UTF-8 NO_COLOR= 80x24
mkdir -p "$data"
cat >"$data/progress.json" <<'END'
{"version": 1, "lessons": {"softmax": {"touched": "2026-01-02T12:00:00Z", "finished": {}, "blocks": {
  "shift/rise": {"kind": "predict", "right": false, "date": "2026-01-02T12:00:00Z"}}}}}
END
type_line "$qkv review"
sees "$name: asks" 'review, question 1 of 1'
press 1
sees "$name: replies" 'your guess'
press Space
sees "$name: ends" 'of 1 question'
holds "$name: the answer is kept" grep -q '"reviews"' "$data/progress.json"
press q
sees "$name: the map is behind it" 'A lookup that never misses'
press q
restored "$name"
type_line "clear; $qkv review"
sees "$name: says when the next comes" 'Nothing to review today: 1 question comes back'
