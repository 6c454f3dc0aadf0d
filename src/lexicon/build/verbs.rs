//! `verbs.toml`: the exceptions to the spelling rules of inflection, for the build script itself and for the program.

use super::inflection_exceptions::{Exceptions, Forms};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct VerbFile {
    doubling: String,
    british: String,
    single: String,
    with_k: String,
    with_es: String,
    with_ying: String,
    same: String,
    forms: BTreeMap<String, String>,
    past: BTreeMap<String, String>,
    plural: BTreeMap<String, String>,
}

/// The exceptions that the build script inflects with.
pub static EXCEPTIONS: LazyLock<Exceptions> = LazyLock::new(|| read().unwrap_or_else(|fault| panic!("{fault}")));

/// Reads `verbs.toml`. Its text lives as long as the build script.
///
/// # Errors
/// When it is not as [`Exceptions`] describes, or a verb is given two spellings.
pub fn read() -> Result<Exceptions, String> {
    let fault = |message: String| format!("src/lexicon/verbs.toml: {message}");
    let text = include_str!("../verbs.toml");
    let file: VerbFile = toml::from_str(text).map_err(|error| fault(error.to_string().replace('\n', " ")))?;
    let spellings = [&file.doubling, &file.british, &file.single, &file.with_k];
    let mut verbs: Vec<&str> = spellings.iter().flat_map(|list| list.split_whitespace()).collect();
    verbs.sort_unstable();
    if let Some([verb, _]) = verbs.array_windows().find(|[one, other]| one == other) {
        return Err(fault(format!("`{verb}` stands in two lists")));
    }
    Ok(Exceptions {
        doubling: file.doubling.leak(),
        british: file.british.leak(),
        single: file.single.leak(),
        with_k: file.with_k.leak(),
        with_es: file.with_es.leak(),
        with_ying: file.with_ying.leak(),
        same: file.same.leak(),
        forms: table(file.forms),
        past: table(file.past),
        plural: table(file.plural),
    })
}

fn table(entries: BTreeMap<String, String>) -> Forms {
    entries.into_iter().map(|(word, forms)| (&*word.leak(), &*forms.leak())).collect::<Vec<_>>().leak()
}

/// The code of the same exceptions as a static table.
pub fn code() -> String {
    let Exceptions { doubling, british, single, with_k, with_es, with_ying, same, forms, past, plural } = &*EXCEPTIONS;
    format!(
        "/// The exceptions to the spelling rules of inflection.\n\
         pub(crate) static EXCEPTIONS: Exceptions = Exceptions {{ doubling: {doubling:?}, british: {british:?}, single: {single:?}, \
         with_k: {with_k:?}, with_es: {with_es:?}, with_ying: {with_ying:?}, same: {same:?}, \
         forms: &{forms:?}, past: &{past:?}, plural: &{plural:?} }};\n"
    )
}
