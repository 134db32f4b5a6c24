" A lesson stays a Markdown file; after/syntax/markdown.vim adds the qkv blocks.
autocmd BufRead,BufNewFile *.qkv setfiletype qkv
