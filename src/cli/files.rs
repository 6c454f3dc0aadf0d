//! Reads the texts of files and folders.

use crate::import::{
    LARGEST, Unreadable, decode, extension, extract, is_archive, is_article, is_html, is_mail, is_markdown, markdown, page_of_archive,
    parse, read_mail, to_text,
};
use std::ffi::OsStr;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The most bytes that are read of a file: one more than is accepted, so that a larger file is recognised.
const READ_LIMIT: u64 = LARGEST as u64 + 1;

/// Replaces each folder by the files in it and below it, in order of names. A path that is no folder is kept, whatever its
/// extension.
///
/// Takes articles, or with `jsonl` the `.jsonl` and `.jsonl.gz` files. Prints what cannot be read; the flag is `false` then.
pub(super) fn in_folders(paths: &[PathBuf], jsonl: bool) -> (Vec<PathBuf>, bool) {
    let mut files = Vec::new();
    let mut all_read = true;
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        for entry in WalkDir::new(path).follow_links(true).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_file() && is_wanted(entry.path(), jsonl) => files.push(entry.into_path()),
                Ok(_) => {}
                Err(error) => {
                    eprintln!("caveat-lector: {error}");
                    all_read = false;
                }
            }
        }
    }
    (files, all_read)
}

/// Returns true if a file found in a folder is to be read. Hidden files are not.
fn is_wanted(path: &Path, jsonl: bool) -> bool {
    let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default().to_ascii_lowercase();
    let wanted = if jsonl { extension(name.strip_suffix(".gz").unwrap_or(&name)) == "jsonl" } else { is_article(&name) };
    wanted && !name.starts_with('.')
}

/// The text of a file.
pub(super) struct Article {
    pub text: String,
    /// Of a web page of which the article was taken: the number of paragraphs taken, and of all paragraphs.
    pub part: Option<(usize, usize)>,
}

/// Reads the text of a file or of standard input; of a web page, the text of its article, or all text of the `whole_page`. An empty file
/// gives an empty text.
///
/// # Errors
/// A message for the user if the file cannot be read, is too large or holds no text.
pub(super) fn read_article(path: &Path, whole_page: bool) -> Result<Article, String> {
    let bytes = if super::stdin::is_stdin(path) {
        super::stdin::print_prompt();
        let mut bytes = Vec::new();
        io::stdin().lock().take(READ_LIMIT).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        bytes
    } else if path.is_dir() {
        return Err("is a folder; --recursive reads what is in it".into());
    } else {
        let mut bytes = Vec::new();
        let file = std::fs::File::open(path).map_err(|error| error.to_string())?;
        file.take(READ_LIMIT).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        bytes
    };
    let name = path.to_string_lossy();
    let mut text = decoded(&bytes)?;
    if is_archive(&name)
        && let Some(page) = page_of_archive(&text)
    {
        text = decoded(&page)?;
    }
    let mail = if is_mail(&name) { read_mail(&text, to_text) } else { None };
    if mail.as_ref().is_some_and(|mail| mail.text.is_empty()) {
        return Err("a mail without text".into());
    }
    let is_page = mail.as_ref().map_or_else(|| is_html(&name, &text) && !is_markdown(&name), |mail| mail.is_page);
    text = mail.map_or(text, |mail| mail.text);
    if is_page {
        let page = extract(&parse(&text));
        let part = (page.is_part() && !whole_page).then_some((page.taken, page.all));
        return Ok(Article { text: if whole_page { page.whole } else { page.text }, part });
    }
    Ok(Article { text: if is_markdown(&name) { markdown(&text) } else { text }, part: None })
}

/// Decodes the text of a file; an empty file gives an empty text.
///
/// # Errors
/// A message for the user if it holds no text.
fn decoded(bytes: &[u8]) -> Result<String, String> {
    match decode(bytes) {
        Ok(text) => Ok(text),
        Err(Unreadable::Empty) => Ok(String::new()),
        Err(Unreadable::TooLarge(size)) => Err(format!("too large: {size} bytes or more; the limit is {LARGEST}")),
        Err(Unreadable::Binary(what)) => Err(format!("not a text; it looks like {}", what.unwrap_or("a binary file"))),
    }
}
