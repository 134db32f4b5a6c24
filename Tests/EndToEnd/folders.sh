# Where progress is kept: in troubled folders, and by two windows at once. Sourced by run.
# Wide, so that a sentence with a path in it stands on one line.

# troubled NAME SENTENCE: qkv has just been started where nothing can be kept; it says so and runs on.
troubled() {
  sees "$1: starts" 'first step'
  press 1
  sees "$1: takes the answer" 'So people count'
  sees "$1: says so in the corner" 'not saved'
  press n
  sees "$1: runs on" 'second step'
  sees "$1: says why nothing is kept" "$2"
  press C-c
  restored "$1"
  sees "$1: the shell is told as well" "$2"
}

# start_in FOLDER: qkv on two steps, with its progress in that folder.
start_in() {
  fresh_shell xterm-256color C.UTF-8 NO_COLOR= 180x40
  type_line "$qkv learn $two_steps --data-dir $1"
}

# start_at_home FOLDER: the same, with that folder as the home.
start_at_home() {
  fresh_shell xterm-256color C.UTF-8 NO_COLOR= 180x40
  type_line "unset QKV_DATA_DIR; HOME=$1 $qkv learn $two_steps"
}

# start_on_disk PREPARATION: the same, on a small file system of its own at $work/disk that PREPARATION has spoiled.
start_on_disk() {
  mkdir -p "$work/disk"
  fresh_shell xterm-256color C.UTF-8 NO_COLOR= 180x40
  type_line "unshare --map-root-user --mount sh -c 'mount -t tmpfs -o size=64k tmpfs $work/disk; $1
    exec $qkv learn $two_steps --data-dir $work/disk'"
}

touch "$work/a-file"
start_in "$work/a-file/data"
troubled 'a file in place of the folder' 'a file stands where a folder should be'

# The path may be so long that only the short sentence fits.
start_at_home "$work/a-file"
troubled 'a file in place of the home' 'Progress is not being kept'

start_in /proc/qkv
troubled 'a folder that cannot be made' 'could not be made'

if unshare --map-root-user --mount true 2>/dev/null; then
  start_on_disk "mount -o remount,ro $work/disk"
  troubled 'a read-only disk' 'the file system is read-only'

  start_on_disk "head -c 100000 /dev/zero >$work/disk/full"
  troubled 'a full disk' 'the disk is full'
else
  cannot_run 'a read-only disk, a full disk' 'this system lets nobody mount a file system of his own'
fi

# Both windows are open before either of them saves an answer.
name='two windows'
fresh_shell xterm-256color C.UTF-8 NO_COLOR= 80x24
type_line "$qkv learn $two_steps"
sees "$name: the first starts" 'first step'
mux new-window "env TERM=xterm-256color QKV_DATA_DIR=$data $qkv learn $two_steps --step second"
sees "$name: the second starts" 'second step'
press 1
sees "$name: the second takes its answer" 'So people count'
mux select-window -t 0
press 1
sees "$name: the first takes its answer" 'So people count'
keeps "$name" first second
press C-c
mux select-window -t 1
press C-c
holds "$name: both have ended" ended
keeps "$name, at the end" first second
