# How qkv stops, goes on and ends: what the shell sees, and what is kept. Sourced by run.

# Runs a program and writes down its exit status, even if the terminal goes away meanwhile.
cat >"$work/wrapper" <<'END'
trap : HUP
"$@"
echo $? >"${0%/*}/status"
END

# start_wrapped HOW: qkv on two steps, in a script that waits for it.
start_wrapped() {
  fresh_shell xterm-256color C.UTF-8 NO_COLOR= 80x24
  type_line "$1 bash $work/wrapper $qkv learn $two_steps"
}

start xterm-256color C.UTF-8 NO_COLOR= 80x24
sees 'suspend: starts' 'embedding'
press C-z
sees 'suspend: the shell is in front' 'Stopped'
type_line 'fg'
sees 'suspend: resumes' 'embedding'
press q
press q
restored 'suspend'

takes_keys() { stty -a -F "$(mux display-message -p '#{pane_tty}')" | grep -q -e '-isig'; }

for key in C-c q; do
  start_wrapped ''
  sees "$key: starts" 'first step'
  # While it reads the course ^C is a signal; while it waits, a key.
  wait_until takes_keys
  press "$key"
  # The first q goes back to the map. A second ^C while qkv is on its way out would be a signal.
  [ "$key" = C-c ] || press "$key"
  restored "$key"
  says_status "$key" 0
done

for signal in TERM HUP INT SEGV; do
  start_wrapped ''
  sees "SIG$signal: starts" 'first step'
  press 1
  sees "SIG$signal: takes the answer" 'So people count'
  kill "-$signal" "$(pgrep -n -f "^$qkv learn")"
  restored "SIG$signal"
  says_status "SIG$signal" $((128 + $(kill -l "$signal")))
  keeps "SIG$signal" first
done

# With setsid the terminal is not the session's own: nobody sends a signal when it goes.
for how in '' 'setsid -w'; do
  name="the terminal is lost${how:+, without a signal}"
  start_wrapped "$how"
  sees "$name: starts" 'first step'
  press 1
  sees "$name: takes the answer" 'So people count'
  # What is there again afterwards has been saved at the end.
  rm -r "$data"
  mux kill-pane
  holds "$name: qkv has ended" ended
  says_status "$name" $((128 + $(kill -l HUP)))
  keeps "$name" first
done
