//! The figures of `make score`, for the page to quote.

use super::write::camel;
use std::fmt::Write as _;

/// The file that `make score` writes.
pub const ACCURACY: &str = "docs/accuracy.toml";

/// The static table of the figures.
///
/// # Errors
/// When the file cannot be read or lacks a figure.
pub fn accuracy() -> Result<String, String> {
    let fault = |message: String| format!("{ACCURACY}: {message}");
    let text = std::fs::read_to_string(ACCURACY).map_err(|error| fault(error.to_string()))?;
    let record: toml::Table = toml::from_str(&text).map_err(|error| fault(error.to_string()))?;
    let mut code = String::from("/// How well the rules do, category by category.\npub static ACCURACY: [Measured; 3] = [\n");
    for category in ["hedge", "source", "pending"] {
        let figure = |name| record.get(category)?.get(name)?.as_float();
        let (Some(precision), Some(recall)) = (figure("precision"), figure("recall")) else {
            return Err(fault(format!("no figures of `{category}`")));
        };
        writeln!(code, "Measured {{ category: Category::{}, precision: {precision:?}, recall: {recall:?} }},", camel(category))
            .expect("a String accepts all writes");
    }
    Ok(code + "];\n")
}
