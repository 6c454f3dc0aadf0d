//! One file for each article, in a folder: the names of the files, and writing them.

use super::options::{Options, PrintFormat};
use super::stdin::is_stdin;
use crate::export::{Document, Format};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the results go.
pub(super) enum Targets {
    /// All to standard output.
    Output,
    /// To a folder: for each file the path of its result, without the extension.
    Folder { bases: Vec<PathBuf>, formats: Vec<Format> },
}

impl Targets {
    /// Chooses the names of the results and creates the folder.
    ///
    /// # Errors
    /// A message for the user if the options do not fit each other, if a result would replace an article, or if the folder cannot be
    /// created.
    pub fn new(options: &Options, files: &[PathBuf]) -> Result<Self, String> {
        let alone = matches!(
            options.format,
            PrintFormat::Html | PrintFormat::Markdown | PrintFormat::Questions | PrintFormat::Brat | PrintFormat::BratText
        );
        let Some(folder) = &options.output_dir else {
            let many = alone && files.len() > 1;
            let message = || format!("this format is a document for each file; for {} files, name a folder with --output-dir", files.len());
            return if many { Err(message()) } else { Ok(Self::Output) };
        };
        let formats = match options.format.export() {
            // brat reads a pair of files.
            Some(Format::Brat | Format::BratText) => vec![Format::Brat, Format::BratText],
            Some(format) => vec![format],
            None => return Err("--output-dir needs a --format that is a document for each file, such as html".to_owned()),
        };
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let bases = bases(folder, files);
        let inputs: HashSet<PathBuf> = files.iter().filter_map(|path| path.canonicalize().ok()).collect();
        let results = bases.iter().flat_map(|base| formats.iter().map(|format| target(base, *format)));
        match results.into_iter().find(|result| result.canonicalize().is_ok_and(|result| inputs.contains(&result))) {
            Some(result) => Err(format!("{}: is an article and would be replaced; choose another --output-dir", result.display())),
            None => Ok(Self::Folder { bases, formats }),
        }
    }

    /// Writes the results of the file with that index, if they go to a folder; returns `false` if they do not.
    ///
    /// # Errors
    /// A message for the user if a result cannot be written.
    pub fn write(&self, number: usize, document: &Document) -> Result<bool, String> {
        let Self::Folder { bases, formats } = self else { return Ok(false) };
        for format in formats {
            let path = target(&bases[number], *format);
            fs::write(&path, format.write(document)).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        Ok(true)
    }
}

fn target(base: &Path, format: Format) -> PathBuf {
    let mut name = base.as_os_str().to_owned();
    name.push(".");
    name.push(format.extension());
    name.into()
}

/// Returns a path for each file: its name without the extension, with a number if another file has that name.
fn bases(folder: &Path, files: &[PathBuf]) -> Vec<PathBuf> {
    let mut taken = HashSet::new();
    let base = |path: &PathBuf| {
        let stem = if is_stdin(path) { "stdin".into() } else { path.file_stem().unwrap_or_default().to_string_lossy() };
        let names = std::iter::once(stem.to_string()).chain((2..).map(|number| format!("{stem}-{number}")));
        // Some file systems do not tell capitals from small letters.
        let free = names.into_iter().find(|name| taken.insert(name.to_lowercase()));
        folder.join(free.unwrap_or_default())
    };
    files.iter().map(base).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_have_the_names_of_their_articles() {
        let files = ["a/story.txt", "b/Story.html", "b/story-2.txt", "-", "c/v1.2.txt", "d/story.txt"].map(PathBuf::from);
        let expected = ["story", "Story-2", "story-2-2", "stdin", "v1.2", "story-3"].map(|name| Path::new("out").join(name));
        assert_eq!(bases(Path::new("out"), &files), expected);
        assert_eq!(target(Path::new("out/v1.2"), Format::Html), Path::new("out/v1.2.html"));
    }
}
