//! What the ending of a word says about it. The build script and the engine share this file.

use super::pattern::instruction::shape;

/// Returns the shape bits that the ending of a word in lower case sets.
pub fn ending(word: &[u8]) -> u64 {
    let ends = |suffix: &[u8], least: usize| word.len() >= least && word.ends_with(suffix);
    let flag = |holds: bool, bit: u64| if holds { bit } else { 0 };
    match word.last() {
        Some(b'y') => flag(ends(b"ly", 5), shape::LY),
        Some(b'r') => flag(ends(b"er", 5) || ends(b"or", 5), shape::AGENT),
        Some(b't') => flag(ends(b"ist", 5), shape::AGENT),
        Some(b'n') => {
            flag(ends(b"ian", 5) || ends(b"man", 5), shape::AGENT)
                | flag(ends(b"men", 6), shape::AGENTS)
                | flag(ends(b"men", 3), shape::PLURAL)
        }
        Some(b'g') => flag(ends(b"ing", 5), shape::ING),
        Some(b'd') => flag(ends(b"ed", 4), shape::ED),
        Some(b's') => {
            let agents = ends(b"ers", 6) || ends(b"ors", 6) || ends(b"ists", 6) || ends(b"ians", 6);
            let plural = ends(b"s", 4) && !word.ends_with(b"ss") && !word.ends_with(b"us") && !word.ends_with(b"is");
            flag(agents, shape::AGENTS) | flag(plural, shape::PLURAL)
        }
        Some(b'e') => flag(word == b"people", shape::PLURAL),
        _ => 0,
    }
}
