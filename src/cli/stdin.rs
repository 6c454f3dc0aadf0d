//! Standard input as a file named `-`.

use std::io::{self, IsTerminal as _};
use std::path::Path;

pub(super) fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// Tells somebody at a terminal that the command waits for them.
pub(super) fn invite() {
    if io::stdin().is_terminal() {
        eprintln!("caveat-lector: paste the article, then press Ctrl-D");
    }
}
