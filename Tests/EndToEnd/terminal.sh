# Drives qkv in a real terminal (tmux): press, then wait for what must be seen. Sourced by the tests beside it.

# Every terminal has a server of its own: one that is still going down cannot take a new one with it.
terminals=0
socket="qkv-e2e-$$-$terminals"
work=$(mktemp -d)
passed=0
failed=0
not_run=0

mux() { tmux -L "$socket" -f /dev/null "$@"; }

cleanup() {
  mux kill-server 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

# open COLUMNS ROWS: a fresh shell in a terminal of that size.
open() {
  mux kill-server 2>/dev/null || true
  terminals=$((terminals + 1))
  socket="qkv-e2e-$$-$terminals"
  mux new-session -d -x "$1" -y "$2" "env -i HOME=$work HISTFILE= PATH=$PATH PS1='ready> ' TERM=screen bash --norc --noprofile"
  mux set-option -g status off
  mux resize-window -x "$1" -y "$2"
  wait_for 'ready>'
}

screen() { mux capture-pane -p; }

press() { mux send-keys "$@"; }

type_line() {
  mux send-keys -l "$1"
  mux send-keys Enter
}

# wait_for TEXT: until the screen shows it, at most ten seconds.
wait_for() {
  local deadline=$((SECONDS + 10))
  until screen | grep -qF -- "$1"; do
    if [ $SECONDS -ge $deadline ]; then return 1; fi
    read -rt 0.02 <> <(:) || true
  done
}

# wait_until COMMAND…: until it succeeds, at most ten seconds.
wait_until() {
  local deadline=$((SECONDS + 10))
  until "$@"; do
    if [ $SECONDS -ge $deadline ]; then return 1; fi
    read -rt 0.02 <> <(:) || true
  done
}

# sees NAME TEXT: the screen shows it soon.
sees() {
  if wait_for "$2"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s: never saw "%s" in\n%s\n' "$1" "$2" "$(screen)"
  fi
}

# holds NAME COMMAND…: it succeeds soon.
holds() {
  local name=$1
  shift
  if wait_until "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s: %s\n%s\n' "$name" "$*" "$(screen)"
  fi
}

# cannot_run NAME REASON: what would be tested cannot be brought about here; it has not passed.
cannot_run() {
  not_run=$((not_run + 1))
  printf 'NOT RUN %s: %s\n' "$1" "$2"
}

# finish: the closing line; fails if anything did.
finish() {
  printf '%d passed, %d failed, %d not run\n' "$passed" "$failed" "$not_run"
  [ "$failed" -eq 0 ]
}
