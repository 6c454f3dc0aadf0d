//! The build step of the lexicon: TOML in, a static table out. Every fault in the data stops the build and names the
//! file and the entry.

#[path = "inflection.rs"]
mod inflection;
#[path = "pack.rs"]
mod pack;
#[path = "pattern/mod.rs"]
#[expect(dead_code, reason = "the engine uses the rest")]
mod pattern;
#[path = "unpack.rs"]
mod unpack;

use pattern::compile::{self, Tables};
use pattern::parse;
use serde::Deserialize;
use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordFile {
    /// Words without a class that the engine asks for by name (`words!`) and no pattern has.
    #[serde(default)]
    in_code: String,
    #[serde(rename = "class")]
    classes: toml::Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordClass {
    #[serde(default)]
    words: String,
    #[serde(default)]
    verbs: String,
    #[serde(default)]
    nouns: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryFile {
    entry: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    kind: String,
    strength: String,
    /// Absent: the pattern marks the wording. `noun`: it marks the head of a noun phrase that must speak.
    #[serde(default)]
    marks: String,
    why: String,
    ask: String,
    patterns: Vec<String>,
    /// The match counts only where one of these holds too.
    #[serde(default)]
    only: Vec<String>,
    #[serde(default)]
    unless: Vec<Unless>,
    flags: Vec<String>,
    passes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unless {
    at: String,
    is: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FurnitureFile {
    line: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: String,
    /// The whole line, in the pattern language.
    patterns: Vec<String>,
    /// How many of the lines that follow belong to it.
    #[serde(default)]
    follows: u8,
    flags: Vec<String>,
    passes: Vec<String>,
}

const KINDS: [(&str, &[&str]); 3] = [
    ("hedges", &["modal", "probability", "hearsay", "appearance", "belief", "unverified", "condition", "approximation", "limiter"]),
    ("sources", &["anonymous", "role", "group", "agentless", "reports"]),
    ("pending", &["undecided", "deliberating", "negotiating", "awaiting", "planned"]),
];

fn main() {
    let folder = Path::new("src/lexicon");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed={ACCURACY}");
    let built = build(folder).and_then(|code| Ok(code + &accuracy().map_err(|fault| vec![format!("{ACCURACY}: {fault}")])?));
    match built {
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

/// The figures that `make score` wrote, for the page to quote.
const ACCURACY: &str = "docs/accuracy.toml";

fn accuracy() -> Result<String, String> {
    let text = std::fs::read_to_string(ACCURACY).map_err(|fault| fault.to_string())?;
    let record: toml::Table = toml::from_str(&text).map_err(|fault| fault.to_string())?;
    let mut code = String::from("/// How well the rules do, category by category.\npub static ACCURACY: [Measured; 3] = [\n");
    for category in ["hedge", "source", "pending"] {
        let figure = |name| record.get(category)?.get(name)?.as_float();
        let (Some(precision), Some(recall)) = (figure("precision"), figure("recall")) else {
            return Err(format!("no figures of `{category}`"));
        };
        writeln!(code, "Measured {{ category: Category::{}, precision: {precision:?}, recall: {recall:?} }},", camel(category))
            .expect("a string takes all");
    }
    Ok(code + "];\n")
}

fn read<T: serde::de::DeserializeOwned>(folder: &Path, name: &str) -> Result<T, String> {
    let path = folder.join(format!("{name}.toml"));
    let text = std::fs::read_to_string(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
    toml::from_str(&text).map_err(|fault| format!("{}: {}", path.display(), fault.to_string().replace('\n', " ")))
}

/// The code of the whole table.
///
/// # Errors
/// Every fault in the files, each with the file and the entry it is in.
pub fn build(folder: &Path) -> Result<String, Vec<String>> {
    let (tables, in_code) = words(folder).map_err(|fault| vec![fault])?;
    let mut writer = Writer { tables, ..Writer::default() };
    let mut faults = Vec::new();
    for (file, kinds) in KINDS {
        let entries: EntryFile = read(&folder.join("rules"), file).map_err(|fault| vec![fault])?;
        for entry in &entries.entry {
            writer
                .entry(entry, kinds)
                .unwrap_or_else(|fault| faults.push(format!("src/lexicon/rules/{file}.toml: entry `{}`: {fault}", entry.id)));
        }
    }
    let furniture: FurnitureFile = read(folder, "furniture").map_err(|fault| vec![fault])?;
    for line in &furniture.line {
        writer.line(line).unwrap_or_else(|fault| faults.push(format!("src/lexicon/furniture.toml: line `{}`: {fault}", line.id)));
    }
    writer.in_code(&in_code).unwrap_or_else(|fault| faults.push(format!("src/lexicon/classes.toml: in_code: {fault}")));
    if faults.is_empty() { Ok(writer.finish()) } else { Err(faults) }
}

/// Adds words to a class, which is created when new.
fn add_to_class(tables: &mut Tables, class: &str, words: Vec<String>) -> Result<(), String> {
    let place = tables.classes.iter().position(|name| name == class).unwrap_or_else(|| {
        tables.classes.push(class.to_owned());
        tables.classes.len() - 1
    });
    let bit = compile::FIRST_CLASS_BIT as usize + place;
    if bit > 62 {
        return Err(format!("more than {} word classes", 63 - compile::FIRST_CLASS_BIT));
    }
    for word in words {
        let number = tables.word(&word)?;
        tables.bits[usize::from(number) - tables.base.bits.len()] |= 1 << bit;
    }
    Ok(())
}

fn words(folder: &Path) -> Result<(Tables, String), String> {
    let mut tables = Tables::default();
    let file: WordFile = read(folder, "classes")?;
    for (name, value) in file.classes {
        let class: WordClass = value.try_into().map_err(|fault| format!("src/lexicon/classes.toml: class `{name}`: {fault}"))?;
        let plain = class.words.split_whitespace().map(str::to_owned);
        let verbs = class.verbs.split_whitespace().flat_map(inflection::verb);
        let nouns = class.nouns.split_whitespace().flat_map(|noun| [noun.to_owned(), inflection::plural(noun)]);
        let all: Vec<String> = plain.chain(verbs).chain(nouns).collect();
        if let Some(word) = all.iter().find(|word| word.len() > 1 && word.contains('-')) {
            return Err(format!("src/lexicon/classes.toml: class `{name}`: `{word}` can never match: the hyphen is a word of its own"));
        }
        add_to_class(&mut tables, &name, all).map_err(|fault| format!("src/lexicon/classes.toml: class `{name}`: {fault}"))?;
    }
    Ok((tables, file.in_code))
}

#[derive(Default)]
struct Writer {
    tables: Tables,
    /// How many words classes and patterns have.
    known: usize,
    ids: HashSet<String>,
    entries: String,
    entry_count: usize,
    lines: String,
    /// Where the programs of patterns and contexts begin.
    programs: Vec<u32>,
    pattern_count: usize,
}

impl Writer {
    fn entry(&mut self, entry: &Entry, kinds: &[&str]) -> Result<(), String> {
        self.check_proof(&entry.id, &entry.flags, &entry.passes)?;
        if !kinds.contains(&entry.kind.as_str()) {
            return Err(format!("kind `{}` is none of {}", entry.kind, kinds.join(", ")));
        }
        if !["weak", "medium", "strong"].contains(&entry.strength.as_str()) {
            return Err(format!("strength `{}` is none of weak, medium, strong", entry.strength));
        }
        if !["", "noun"].contains(&entry.marks.as_str()) {
            return Err(format!("marks `{}`: only `noun` may stand here", entry.marks));
        }
        if entry.why.trim().is_empty() || entry.ask.trim().is_empty() {
            return Err("why and ask must say something".into());
        }
        if let Some(flag) = entry.flags.iter().find(|flag| flag.matches('{').count() != 1 || flag.matches('}').count() != 1) {
            return Err(format!("`{flag}`: braces must enclose the one span"));
        }
        self.patterns(&entry.patterns, &entry.passes)?;
        if entry.only.len() + entry.unless.len() > 63 {
            return Err("more than 63 contexts".into());
        }
        for at in entry.only.iter().chain(entry.unless.iter().map(|unless| &unless.at)) {
            self.context(at)?;
        }
        let reasons: Vec<String> = entry.unless.iter().map(|unless| format!("Cow::Borrowed({:?})", unless.is)).collect();
        writeln!(
            self.entries,
            "Rule {{ id: Cow::Borrowed({:?}), kind: Kind::{}, strength: Strength::{}, noun: {}, why: Cow::Borrowed({:?}), \
             ask: Cow::Borrowed({:?}), patterns: {}, only: {}, unless: Cow::Borrowed(&[{}]), flags: &{:?}, passes: &{:?} }},",
            entry.id,
            camel(&entry.kind),
            camel(&entry.strength),
            entry.marks == "noun",
            entry.why,
            entry.ask,
            entry.patterns.len(),
            entry.only.len(),
            reasons.join(", "),
            entry.flags,
            entry.passes
        )
        .expect("a string takes all");
        self.entry_count += 1;
        Ok(())
    }

    fn line(&mut self, line: &Line) -> Result<(), String> {
        self.check_proof(&line.id, &line.flags, &line.passes)?;
        let mut programs = Vec::new();
        for source in &line.patterns {
            let pattern = parse::parse(source).map_err(|fault| format!("pattern `{source}`: {fault}"))?;
            let whole_line = parse::Pattern { after: parse::Node::End, ..pattern };
            let (forward, _) = self.tables.compile(&whole_line).map_err(|fault| format!("pattern `{source}`: {fault}"))?;
            programs.push(forward);
        }
        writeln!(
            self.lines,
            "Line {{ id: {:?}, programs: &{programs:?}, follows: {}, flags: &{:?}, passes: &{:?} }},",
            line.id, line.follows, line.flags, line.passes
        )
        .expect("a string takes all");
        Ok(())
    }

    /// Words that only the code asks for come last: what patterns and classes do not have is not known, but for the code.
    fn in_code(&mut self, words: &str) -> Result<(), String> {
        self.known = self.tables.words.len();
        for word in words.split_whitespace() {
            if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                return Err(format!("`{word}`: small letters only, please"));
            }
            if self.tables.words.contains_key(word) {
                return Err(format!("`{word}` is in a class or a pattern already"));
            }
            self.tables.word(word)?;
        }
        Ok(())
    }

    fn check_proof(&mut self, id: &str, flags: &[String], passes: &[String]) -> Result<(), String> {
        let kebab = !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !kebab {
            return Err("the id must be kebab-case".into());
        }
        if !self.ids.insert(id.to_owned()) {
            return Err("the id is taken".into());
        }
        if flags.len() < 2 || passes.len() < 2 {
            return Err(format!("{} examples that match and {} look-alikes: two of each, please", flags.len(), passes.len()));
        }
        let all: HashSet<&String> = flags.iter().chain(passes).collect();
        if all.len() < flags.len() + passes.len() { Err("an example stands twice".into()) } else { Ok(()) }
    }

    fn patterns(&mut self, sources: &[String], passes: &[String]) -> Result<(), String> {
        let mut own_words = BTreeSet::new();
        for source in sources {
            let name = |fault: String| format!("pattern `{source}`: {fault}");
            let pattern = parse::parse(source).map_err(|fault| name(fault.to_string()))?;
            let words = self.tables.first_words(&pattern.span).map_err(name)?;
            let (forward, backward) = self.tables.compile(&pattern).map_err(name)?;
            own_words.extend(words);
            self.programs.extend([forward, backward]);
            self.pattern_count += 1;
        }
        let reused = |pass: &String| {
            let lower = pass.to_lowercase();
            lower
                .split(|c: char| !c.is_alphanumeric() && c != '\'')
                .any(|word| self.tables.words.get(word).is_some_and(|word| own_words.contains(word)))
        };
        // Patterns that a shape triggers have no words of their own.
        if own_words.contains(&0) || passes.iter().any(reused) { Ok(()) } else { Err("no look-alike uses the entry's own words".into()) }
    }

    fn context(&mut self, source: &str) -> Result<(), String> {
        let name = |fault: String| format!("`{source}`: {fault}");
        if !source.contains('{') {
            return Err(name("braces must say where the span stands".into()));
        }
        let pattern = parse::parse(source).map_err(|fault| name(fault.to_string()))?;
        let inside =
            parse::Pattern { before: parse::Node::Row(Vec::new()), span: pattern.span.clone(), after: parse::Node::Row(Vec::new()) };
        let outside = parse::Pattern { before: pattern.before, span: parse::Node::Row(Vec::new()), after: pattern.after };
        let (forward, backward) = self.tables.compile(&outside).map_err(name)?;
        let (inside, _) = self.tables.compile(&inside).map_err(name)?;
        self.programs.extend([forward, backward, inside]);
        Ok(())
    }

    /// The packed words and programs, read back for proof.
    fn packed(&self) -> Vec<u8> {
        let mut words: Vec<(u16, &str)> = self.tables.words.iter().map(|(word, number)| (*number, word.as_str())).collect();
        words.sort_unstable();
        let words: Vec<&str> = words.into_iter().map(|(_, word)| word).collect();
        let (ops, sets, programs) = (&self.tables.ops, &self.tables.sets, &self.programs);
        let bytes = pack::pack(&pack::Lexicon { words: &words, ops, sets, programs });
        let mut packed = unpack::Packed::new(&bytes);
        let mut again = Vec::new();
        packed.part().words(|word| again.push(word.to_vec()));
        assert!(again.iter().map(Vec::as_slice).eq(words.iter().map(|word| word.as_bytes())), "the words are read back as they were");
        let (sets_part, programs_part) = (packed.part(), packed.part());
        assert_eq!(&packed.instructions(), ops, "the programs are read back as they were");
        assert_eq!(&sets_part.sets(), sets, "the word sets are read back as they were");
        assert_eq!(&programs_part.programs(ops), programs, "the places of programs are read back as they were");
        bytes
    }

    fn finish(self) -> String {
        let packed = self.packed();
        let Self { tables, known, entries, entry_count, lines, pattern_count, .. } = self;
        let bits: Vec<u64> = tables.base.bits.iter().chain(&tables.bits).copied().collect();
        let mut code = format!(
            "pub(crate) static PACKED: [u8; {}] = {packed:?};\n\
             pub(crate) static BITS: [u64; {}] = {:?};\n\
             pub(crate) static MASKS: [u64; {}] = {:?};\n\
             pub(crate) static CLASSES: &[&str] = &{:?};\n\
             /// The words in order, with their numbers; only the compiler reads it.\n\
             pub(crate) const NAMES: &[(&str, u16)] = &{:?};\n\
             pub(crate) const PATTERN_COUNT: usize = {pattern_count};\n\
             pub(crate) const KNOWN: usize = {known};\n\
             /// Every rule, in the order of the files.\npub(super) static RULES: [Rule; {entry_count}] = [\n{entries}];\n\
             /// The lines that are page furniture.\npub static LINES: &[Line] = &[\n{lines}];\n\
             /// The class bits by name.\n#[expect(dead_code, reason = \"patterns name the others\")]\npub(crate) mod class {{\n",
            packed.len(),
            bits.len(),
            bits,
            tables.masks.len(),
            tables.masks,
            tables.classes,
            tables.words.iter().collect::<Vec<_>>(),
        );
        for (place, class) in tables.classes.iter().enumerate() {
            let name = class.replace('-', "_").to_uppercase();
            writeln!(code, "pub const {name}: u64 = 1 << {};", compile::FIRST_CLASS_BIT as usize + place).expect("a string takes all");
        }
        code + "}\n"
    }
}

fn camel(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}
