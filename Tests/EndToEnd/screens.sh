# The screen over kinds of terminals, locales, NO_COLOR and sizes. Sourced by run.

terms=(xterm-256color tmux-256color screen xterm linux vt100)
locales=(C.UTF-8 C)

for term in "${terms[@]}"; do
  for locale in "${locales[@]}"; do
    for color in NO_COLOR= NO_COLOR=1; do
      name="$term $locale $color"
      start "$term" "$locale" "$color" 120x40
      sees "$name: starts" 'One embedding'
      press '?'
      sees "$name: answers" 'never quits'
      press Escape
      press n
      sees "$name: turns the page" '2 of'
      press q
      sees "$name: goes back to the map" 'attention, taken apart'
      press q
      restored "$name"
    done
  done
done

start dumb C.UTF-8 NO_COLOR= 80x24
sees 'TERM=dumb: reads lines' 'Type a number from 1 to 4, or hint.'

for size in 120x40 80x24 60x20 40x12; do
  start xterm-256color C.UTF-8 NO_COLOR= "$size"
  sees "$size: starts" 'embedding'
  mux resize-window -x 20 -y 5
  sees "$size: asks for room" 'room'
  mux resize-window -x "${size%x*}" -y "${size#*x}"
  sees "$size: is back" 'embedding'
  press C-c
  restored "$size after ^C"
done
