# Starts qkv in the terminal and watches it end. Sourced by run.

two_steps=$PWD/two-steps.md

# start TERM LOCALE COLOR SIZE: qkv on a lesson, in a fresh terminal with fresh progress.
start() {
  fresh_shell "$1" "$2" "$3" "$4"
  type_line "$qkv learn projections"
}

# fresh_shell TERM LOCALE COLOR SIZE: a shell in a fresh terminal, with a folder for progress that is not there yet.
fresh_shell() {
  data=$work/data-$RANDOM
  rm -rf "$work/after" "$work/status" "$data"
  open "${4%x*}" "${4#*x}"
  type_line "stty -a >$work/before; export TERM=$1 LC_ALL=$2 $3 QKV_DATA_DIR=$data; clear"
}

# ended: no qkv of this run is left.
ended() { ! pgrep -f "^$qkv (learn|record|replay|watch|review)" >/dev/null; }

# restored NAME: the shell is back, the terminal's settings are as they were.
restored() {
  # What is typed before the program has ended would be lost with it.
  holds "$1: qkv has ended" ended
  type_line "stty -a >$work/after; echo back-\$((40 + 2))"
  sees "$1: the shell is back" 'back-42'
  holds "$1: stty is as before" cmp -s "$work/before" "$work/after"
}

# says_status NAME STATUS: what a script that started qkv was told.
says_status() { holds "$1: the exit status is $2" grep -qx "$2" "$work/status"; }

# keeps NAME STEP…: the progress file says that these steps, and no others, are finished.
keeps() {
  local name=$1
  shift
  holds "$name: the file keeps $*" finished_are "$*"
}

finished_are() {
  local steps
  steps=$("$qkv" progress export --data-dir "$data" | sed -n '/"finished"/,/}/s/^ *"\(.*\)" : "2.*/\1/p')
  [ "$(echo $steps)" = "$1" ]
}
