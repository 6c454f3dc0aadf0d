//! Files and folders into texts.

use crate::import::{LARGEST, Unreadable, article, decode, is_html, parse};
use std::ffi::OsStr;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// So much of a file is read before it is found too large, in bytes.
const MOST: u64 = LARGEST as u64 + 1;

/// The endings of files that a folder is searched for.
const TEXTS: [&str; 6] = ["txt", "text", "md", "html", "htm", "xhtml"];

/// The files in the folders, each folder in order of names; `false` when a part could not be read. Files that are named
/// themselves are taken whatever they are called.
pub(super) fn in_folders(named: &[PathBuf], jsonl: bool) -> (Vec<PathBuf>, bool) {
    let mut files = Vec::new();
    let mut all_read = true;
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        for entry in WalkDir::new(path).follow_links(true).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_file() && is_wanted(entry.path(), jsonl) => files.push(entry.into_path()),
                Ok(_) => {}
                Err(fault) => {
                    eprintln!("caveat-lector: {fault}");
                    all_read = false;
                }
            }
        }
    }
    (files, all_read)
}

fn is_wanted(path: &Path, jsonl: bool) -> bool {
    let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default().to_ascii_lowercase();
    let ending = |name: &str| name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_owned());
    let packed = ending(&name) == "gz";
    let wanted = if jsonl {
        ending(if packed { name.trim_end_matches(".gz") } else { &name }) == "jsonl"
    } else {
        TEXTS.contains(&ending(&name).as_str())
    };
    wanted && !name.starts_with('.')
}

/// The text of a file or of standard input; of a web page its article.
pub(super) fn read_text(path: &Path) -> Result<String, String> {
    let bytes = if super::stdin::is_stdin(path) {
        super::stdin::invite();
        let mut bytes = Vec::new();
        io::stdin().lock().take(MOST).read_to_end(&mut bytes).map_err(|fault| fault.to_string())?;
        bytes
    } else if path.is_dir() {
        return Err("is a folder; --recursive reads what is in it".into());
    } else {
        let mut bytes = Vec::new();
        let file = std::fs::File::open(path).map_err(|fault| fault.to_string())?;
        file.take(MOST).read_to_end(&mut bytes).map_err(|fault| fault.to_string())?;
        bytes
    };
    let text = match decode(&bytes) {
        Ok(text) => text,
        // An empty file is an article without findings.
        Err(Unreadable::Empty) => String::new(),
        Err(Unreadable::TooLarge(size)) => return Err(format!("too large: {size} bytes or more; {LARGEST} are read")),
        Err(Unreadable::Binary(what)) => return Err(format!("no text; it looks like {}", what.unwrap_or("a binary file"))),
    };
    Ok(if is_html(&path.to_string_lossy(), &text) { article(&parse(&text)) } else { text })
}
