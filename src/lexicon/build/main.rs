//! The build script: reads the TOML files of the lexicon and writes them as static tables.
//!
//! Every fault in the data stops the build and names the file and the rule. `tests/lexicon.rs` checks what needs the
//! whole engine: that examples are marked where their braces say, and that look-alikes are not.

mod check;
mod classes;
mod figures;
mod furniture;
pub mod rules;
mod tables;
mod verbs;
mod write;

#[path = "../endings.rs"]
mod endings;
#[path = "../inflection.rs"]
mod inflection;
#[path = "../inflection_exceptions.rs"]
mod inflection_exceptions;
#[path = "../pattern/mod.rs"]
#[expect(dead_code, reason = "the engine uses the rest")]
mod pattern;

use std::path::Path;
use verbs::EXCEPTIONS;

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed={}", figures::ACCURACY);
    let code = build(Path::new("src/lexicon")).and_then(|code| Ok(code + &figures::accuracy().map_err(|fault| vec![fault])?));
    match code {
        Ok(code) => {
            let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
            std::fs::write(Path::new(&out).join("lexicon.rs"), code).expect("OUT_DIR can be written");
        }
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            std::process::exit(1);
        }
    }
}

/// Builds the tables from the files in `folder`, as Rust code.
///
/// # Errors
/// Every fault in the files, each with the file and the rule that it is in.
pub fn build(folder: &Path) -> Result<String, Vec<String>> {
    verbs::read().map_err(|fault| vec![fault])?;
    let words = classes::words(folder).map_err(|fault| vec![fault])?;
    let mut writer = write::Writer::new(words.tables, words.sets);
    let mut check = check::Check::default();
    let mut faults = rules::unlisted(folder);
    for (kind, file) in rules::read_all(folder).map_err(|fault| vec![fault])? {
        for rule in &file.rules {
            let fault = |fault| format!("src/lexicon/rules/{}.toml: rule `{}`: {fault}", kind.file(), rule.id);
            let written = check.rule(rule).and_then(|()| writer.rule(rule, kind));
            written.unwrap_or_else(|message| faults.push(fault(message)));
        }
        faults.extend(
            file.long_lines
                .iter()
                .map(|line| format!("src/lexicon/rules/{}.toml:{line}: more than {} characters", kind.file(), rules::LONGEST_LINE)),
        );
    }
    let lines = furniture::table(folder).unwrap_or_else(|found| {
        faults.extend(found);
        String::new()
    });
    writer.code_sets().unwrap_or_else(|fault| faults.push(format!("src/lexicon/classes.toml: {fault}")));
    if faults.is_empty() { Ok(writer.finish() + &lines + &verbs::code()) } else { Err(faults) }
}
