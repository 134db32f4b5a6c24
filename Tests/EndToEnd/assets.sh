# The pictures and the recording of the folder assets. Sourced by run.

if command -v python3 >/dev/null; then
  holds 'the pictures and the recording are whole' ../../assets/draw --check
else
  cannot_run 'the pictures and the recording are whole' 'python3 is not installed'
fi
