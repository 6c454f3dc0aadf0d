//! Standard input, which is read where a file is named `-`.

use std::io::{self, IsTerminal as _};
use std::path::Path;

/// Returns true if the path stands for standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// Prints a prompt on standard error if standard input is a terminal.
pub(super) fn print_prompt() {
    if io::stdin().is_terminal() {
        eprintln!("caveat-lector: paste the article, then press Ctrl-D");
    }
}
