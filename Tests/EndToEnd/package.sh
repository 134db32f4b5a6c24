# The package and the tarball that .ci/package makes: whole, and at work where they are unpacked. Sourced by run.

# outside FOLDER ARGUMENT…: the qkv of an unpacked tree, which knows no other lessons than those beside it.
outside() {
  env -i -C "$work" HOME="$work/home" XDG_DATA_DIRS="$work/none" LC_ALL=C.UTF-8 "$1/bin/qkv" "${@:2}"
}

# uses_its_own FOLDER: lessons and models come from that tree, and a lesson can be shown.
uses_its_own() {
  outside "$1" paths | grep -qF " $1/share/qkv/lessons" || return 1
  outside "$1" open --list | grep -q refer || return 1
  outside "$1" snapshot softmax --size 80x24 | grep -q 'step 1 of'
}

# every_command_has_a_page: each that `qkv help` lists.
every_command_has_a_page() {
  local commands command
  commands=$("$qkv" help | sed -n '/^SUBCOMMANDS/,$s/^  \([a-z]*\)  .*/\1/p')
  [ -n "$commands" ] || return 1
  for command in $commands; do
    [ -s "$unpacked/share/man/man1/qkv-$command.1.gz" ] || return 1
  done
}

# every_option_is_explained: each option that `qkv help COMMAND` lists heads an entry on its page.
every_option_is_explained() {
  local page command entries option seen=0
  for page in "$unpacked"/share/man/man1/*.gz; do
    command=$(basename "$page" .1.gz | tr - ' ')
    entries=$(zcat "$page" | sed 's/\\-/-/g' | grep -A1 '^\.TP')
    for option in $("$qkv" help ${command#qkv} | sed -nE 's/^  (-., )?(--[a-z-]+).*/\2/p'); do
      seen=$((seen + 1))
      [[ $entries == *"fB$option\fR"* ]] || return 1
    done
  done
  [ $seen -gt 0 ]
}

pages_are_clean() {
  [ -z "$(zcat "$unpacked"/share/man/man1/*.gz | groff -man -Tutf8 -ww 2>&1 >/dev/null)" ]
}

# bash_completes: after "qkv progress " bash offers the subcommands.
bash_completes() {
  bash --norc --noprofile -c '
    . "$1/share/bash-completion/completions/qkv"
    complete -p qkv >/dev/null
    COMP_WORDS=(qkv progress "") COMP_CWORD=2 COMP_LINE="qkv progress " COMP_POINT=13
    $(complete -p qkv | grep -oP -- "-F \K\S+") qkv "" progress
    [[ " ${COMPREPLY[*]} " == *" export "* ]]' completes "$unpacked"
}

if command -v dpkg-deb >/dev/null && command -v dpkg-shlibdeps >/dev/null && command -v python3 >/dev/null; then
  name='the package'
  # What is thrown away need not be small.
  made=$(DPKG_DEB_COMPRESSOR_TYPE=gzip DPKG_DEB_COMPRESSOR_LEVEL=1 \
    ../../.ci/package "$qkv" "$work/packages" 2>"$work/complaints") ||
    cat "$work/complaints"
  package=$(grep '\.deb$' <<<"$made")
  tarball=$(grep '\.tar\.gz$' <<<"$made")
  dpkg-deb -x "$package" "$work/installed"
  unpacked=$work/installed/usr
  holds "$name needs packages" grep -q 'libncursesw6' <(dpkg-deb -f "$package" Depends)
  holds "$name: its program finds its own lessons" uses_its_own "$unpacked"
  holds "$name: every command has a manual page" every_command_has_a_page
  holds "$name: manual pages explain every option" every_option_is_explained
  if command -v groff >/dev/null; then
    holds "$name: manual pages are clean" pages_are_clean
  else
    cannot_run "$name: manual pages are clean" 'groff is not installed'
  fi
  holds "$name: bash completes" bash_completes

  mkdir "$work/a folder"
  tar -xzf "$tarball" -C "$work/a folder"
  holds 'the tarball runs where it is unpacked' uses_its_own "$work/a folder/$(basename "${tarball%-linux-*}")"
else
  cannot_run 'the package' 'dpkg-dev or python3 is not installed'
fi
