//! The compiled patterns as Rust statics, for `lexicon::table`.

use super::endings::ending;
use super::pattern::compile::Tables;

/// How many patterns and contexts a rule has.
#[derive(Clone, Copy)]
pub struct Parts {
    pub patterns: usize,
    pub contexts: usize,
}

/// Returns the statics. `programs` lists where programs begin: two for each pattern of a rule (forward, backward), then
/// three for each of its contexts (forward, backward, inside).
pub fn statics(tables: &Tables, programs: &[u32], rules: &[Parts]) -> String {
    let words = in_order(tables);
    let bits: Vec<u64> = tables.base.bits.iter().chain(&tables.bits).copied().collect();
    let endings = std::iter::once(0).chain(words.iter().map(|word| ending(word.as_bytes())));
    let bits: Vec<u64> = bits.into_iter().zip(endings).map(|(bits, ending)| bits | ending).collect();
    let ops: Vec<String> = tables.ops.iter().map(|op| format!("Op::{op:?}")).collect();
    let (patterns, contexts) = patterns(programs, rules);
    format!(
        "/// The words in the order of their numbers, one a line.\npub(crate) static WORDS: &str = {:?};\n\
         /// The class bits and ending bits of each word, by number.\npub(crate) static BITS: [u64; {}] = {bits:?};\n\
         pub(crate) static MASKS: [u64; {}] = {:?};\n\
         pub(crate) static OPS: [Op; {}] = [{}];\n\
         pub(crate) static SETS: [u16; {}] = {:?};\n\
         pub(crate) static PATTERNS: [CompiledPattern; {}] = [{}];\n\
         /// By index of the rule: the contexts of `only`, then those of its exceptions.\n\
         pub(crate) static CONTEXTS: &[&[Context]] = &[{}];\n",
        words.join("\n"),
        bits.len(),
        tables.masks.len(),
        tables.masks,
        ops.len(),
        ops.join(", "),
        tables.sets.len(),
        tables.sets,
        patterns.len(),
        patterns.join(", "),
        contexts.join(", "),
    )
}

/// The words in the order of their numbers.
fn in_order(tables: &Tables) -> Vec<&str> {
    let mut words: Vec<(u16, &str)> = tables.words.iter().map(|(word, number)| (*number, word.as_str())).collect();
    words.sort_unstable();
    words.into_iter().map(|(_, word)| word).collect()
}

/// The code of all patterns, and of the contexts of each rule.
fn patterns(programs: &[u32], rules: &[Parts]) -> (Vec<String>, Vec<String>) {
    let (mut patterns, mut contexts) = (Vec::new(), Vec::new());
    let mut rest = programs;
    for (rule, parts) in rules.iter().enumerate() {
        let (own, others) = rest.split_at(parts.patterns * 2);
        let (around, others) = others.split_at(parts.contexts * 3);
        rest = others;
        patterns.extend(
            own.as_chunks::<2>()
                .0
                .iter()
                .map(|[forward, backward]| format!("CompiledPattern {{ rule: {rule}, forward: {forward}, backward: {backward} }}")),
        );
        let context =
            |[forward, backward, inside]: &[u32; 3]| format!("Context {{ inside: {inside}, forward: {forward}, backward: {backward} }}");
        contexts.push(format!("&[{}]", around.as_chunks::<3>().0.iter().map(context).collect::<Vec<_>>().join(", ")));
    }
    (patterns, contexts)
}
