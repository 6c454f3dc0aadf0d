//! Compiles parsed patterns to instructions. The build script does so for the lexicon, the program for a reader's own list.

use super::instruction::{Op, shape};
use super::parse::{Node, Pattern};
use std::collections::{BTreeMap, BTreeSet};

/// The lowest bit of a class of `classes.toml`; the bits below are shapes.
pub const FIRST_CLASS_BIT: u32 = 17;

/// The shapes that a pattern may name.
pub const SHAPES: &[(&str, u64)] = &[
    ("word", shape::WORD),
    ("digits", shape::DIGITS),
    ("capital", shape::CAPITAL),
    ("upper", shape::UPPER),
    ("ly", shape::LY),
    ("ing", shape::ING),
    ("ed", shape::ED),
    ("plural", shape::PLURAL),
    ("quoted", shape::QUOTED),
    ("currency", shape::CURRENCY),
    ("mark", shape::MARK),
    ("headline", shape::HEADLINE),
    ("agent", shape::AGENT),
    ("agents", shape::AGENTS),
];

/// Words and classes that exist before a pattern is compiled: none in the build script, those of the lexicon for a reader's own list.
#[derive(Clone, Copy, Debug)]
pub struct Base {
    /// Returns the number of a word, 0 for an unknown one.
    pub number: fn(&str) -> u16,
    /// The class bits of each word, by number.
    pub bits: &'static [u64],
    /// Class names in the order of their bits.
    pub classes: &'static [&'static str],
}

impl Default for Base {
    fn default() -> Self {
        Self { number: |_| 0, bits: &[0], classes: &[] }
    }
}

/// The tables that compiled patterns refer to.
#[derive(Debug, Default)]
pub struct Tables {
    /// The words and classes whose numbers precede those of these tables.
    pub base: Base,
    /// Every word that `base` does not know, with its number. Number 0 stands for any unknown word.
    pub words: BTreeMap<String, u16>,
    /// The class bits of each of them, by its number minus the count of words in `base`.
    pub bits: Vec<u64>,
    /// Class names in the order of their bits.
    pub classes: Vec<String>,
    /// The instructions of all programs, one after another.
    pub ops: Vec<Op>,
    /// Word sets, each sorted, one after another.
    pub sets: Vec<u16>,
    /// Class masks.
    pub masks: Vec<u64>,
}

impl Tables {
    /// Returns the number of a word. A new word gets the next number.
    ///
    /// # Errors
    /// When all numbers are used.
    pub fn word(&mut self, word: &str) -> Result<u16, String> {
        let known = (self.base.number)(word);
        if known != 0 {
            return Ok(known);
        }
        let next = u16::try_from(self.base.bits.len() + self.words.len()).map_err(|_| "too many different words")?;
        let number = *self.words.entry(word.to_owned()).or_insert(next);
        if number == next {
            self.bits.push(0);
        }
        Ok(number)
    }

    /// Returns the bit of a class or shape.
    pub fn bit(&self, name: &str) -> Result<u64, String> {
        let shape = SHAPES.iter().find(|(shape, _)| *shape == name).map(|(_, bit)| *bit);
        let mut classes = self.base.classes.iter().copied().chain(self.classes.iter().map(String::as_str));
        let class = || classes.position(|class| class == name).map(|place| 1 << (FIRST_CLASS_BIT as usize + place));
        shape.or_else(class).ok_or_else(|| format!("there is no class `{name}`"))
    }

    fn mask(&mut self, names: &[String]) -> Result<u8, String> {
        let mask = names.iter().try_fold(0, |mask, name| Ok::<_, String>(mask | self.bit(name)?))?;
        let place = self.masks.iter().position(|known| *known == mask).unwrap_or_else(|| {
            self.masks.push(mask);
            self.masks.len() - 1
        });
        u8::try_from(place).map_err(|_| "more than 256 class masks".into())
    }

    /// Compiles span and right context into one program, and the left context into another that runs backwards. Returns where both
    /// begin.
    pub fn compile(&mut self, pattern: &Pattern) -> Result<(u32, u32), String> {
        let mut forward = Vec::new();
        self.emit(&pattern.span, false, &mut forward)?;
        forward.push(Op::Mark);
        self.emit(&pattern.after, false, &mut forward)?;
        forward.push(Op::Accept);
        let mut backward = Vec::new();
        self.emit(&pattern.before, true, &mut backward)?;
        backward.push(Op::Accept);
        Ok((self.place(&forward)?, self.place(&backward)?))
    }

    fn place(&mut self, program: &[Op]) -> Result<u32, String> {
        let known = self.ops.windows(program.len()).position(|window| window == program);
        let at = known.unwrap_or_else(|| {
            self.ops.extend_from_slice(program);
            self.ops.len() - program.len()
        });
        u32::try_from(at).map_err(|_| TOO_LONG.into())
    }

    fn emit(&mut self, node: &Node, backward: bool, program: &mut Vec<Op>) -> Result<(), String> {
        match node {
            Node::Word(word) => program.push(Op::Word(self.checked_word(word)?)),
            Node::Class(names, none_of) => {
                let mask = self.mask(names)?;
                program.push(if *none_of { Op::NotClass(mask) } else { Op::Class(mask) });
            }
            Node::Any => program.push(Op::Any),
            Node::Gap(most, marks) => program.push(Op::Gap(*most, *marks)),
            Node::Start => program.push(if backward { Op::Start } else { return Err("`^` stands before the span".into()) }),
            Node::End => program.push(if backward { return Err("`$` stands after the span".into()) } else { Op::End }),
            Node::Row(row) if backward => row.iter().rev().try_for_each(|node| self.emit(node, backward, program))?,
            Node::Row(row) => row.iter().try_for_each(|node| self.emit(node, backward, program))?,
            Node::Choice(nodes) => self.emit_choice(nodes, backward, program)?,
            Node::Optional(node) => {
                let split = program.len();
                program.push(Op::Accept);
                self.emit(node, backward, program)?;
                program[split] = Op::Split(distance(split + 1)?, distance(program.len())?);
            }
        }
        Ok(())
    }

    fn emit_choice(&mut self, nodes: &[Node], backward: bool, program: &mut Vec<Op>) -> Result<(), String> {
        let mut set = BTreeSet::new();
        let mut rows = Vec::new();
        let mut flat: Vec<&Node> = nodes.iter().collect();
        while let Some(node) = flat.pop() {
            match node {
                Node::Word(word) => {
                    set.insert(self.checked_word(word)?);
                }
                Node::Choice(inner) => flat.extend(inner),
                other => rows.push(other),
            }
        }
        rows.reverse();
        let count = rows.len() + usize::from(!set.is_empty());
        let mut jumps = Vec::new();
        for place in 0..count {
            let split = program.len();
            if place + 1 < count {
                program.push(Op::Accept);
            }
            match rows.get(place) {
                Some(row) => self.emit(row, backward, program)?,
                None => program.push(self.set(&set)?),
            }
            if place + 1 < count {
                jumps.push(program.len());
                program.push(Op::Accept);
                program[split] = Op::Split(distance(split + 1)?, distance(program.len())?);
            }
        }
        for jump in jumps {
            program[jump] = Op::Jump(distance(program.len())?);
        }
        Ok(())
    }

    fn set(&mut self, words: &BTreeSet<u16>) -> Result<Op, String> {
        let words: Vec<u16> = words.iter().copied().collect();
        if let [word] = words[..] {
            return Ok(Op::Word(word));
        }
        let start = self.sets.windows(words.len()).position(|window| window == words).unwrap_or_else(|| {
            self.sets.extend(&words);
            self.sets.len() - words.len()
        });
        Ok(Op::Set(distance(start)?, distance(start + words.len())?))
    }

    fn checked_word(&mut self, word: &str) -> Result<u16, String> {
        let hyphen = word.len() > 1 && word.contains('-');
        if word.len() > LONGEST_WORD {
            return Err(format!("`{word}`: a word may have {LONGEST_WORD} bytes"));
        }
        if hyphen { Err(format!("`{word}`: write the hyphen as a word of its own")) } else { self.word(word) }
    }

    /// Returns the numbers of the words that a span can begin with.
    pub fn first_words(&mut self, node: &Node) -> Result<BTreeSet<u16>, String> {
        let mut words = BTreeSet::new();
        if self.collect_first(node, &mut words)? { Err("the span may be empty".into()) } else { Ok(words) }
    }

    fn collect_first(&mut self, node: &Node, words: &mut BTreeSet<u16>) -> Result<bool, String> {
        match node {
            Node::Word(word) => {
                words.insert(self.checked_word(word)?);
                Ok(false)
            }
            Node::Class(names, false) => {
                let mut mask = 0;
                for name in names {
                    if name == "agent" || name == "agents" {
                        // Number 0: the engine tries these patterns at every word of that shape, known or not.
                        words.insert(0);
                        continue;
                    }
                    if SHAPES.iter().any(|(shape, _)| shape == name) {
                        return Err(format!("a span cannot begin with the shape `{name}`"));
                    }
                    mask |= self.bit(name)?;
                }
                let bits = self.base.bits.iter().chain(&self.bits).zip(0..).skip(1);
                words.extend(bits.filter(|(bits, _)| *bits & mask != 0).map(|(_, word): (_, u16)| word));
                Ok(false)
            }
            Node::Row(row) => {
                for node in row {
                    if !self.collect_first(node, words)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Node::Choice(nodes) => nodes.iter().try_fold(false, |empty, node| Ok(self.collect_first(node, words)? || empty)),
            Node::Optional(node) => self.collect_first(node, words).map(|_| true),
            _ => Err("a span must begin with a word or a word class".into()),
        }
    }
}

/// The longest word that the engine looks up, in bytes.
const LONGEST_WORD: usize = 24;
const TOO_LONG: &str = "too much for one list";

fn distance(places: usize) -> Result<u16, String> {
    u16::try_from(places).map_err(|_| TOO_LONG.into())
}
