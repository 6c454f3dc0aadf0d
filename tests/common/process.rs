//! The terminal command as a process, and files for it.

use assert_cmd::Command;

pub fn command() -> Command {
    Command::cargo_bin("caveat-lector").expect("the command is built")
}

/// Writes a file for the test and returns its path.
pub fn file(name: &str, content: &[u8]) -> std::path::PathBuf {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("a test file can be written");
    path
}
