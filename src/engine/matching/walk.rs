//! The ways through a compiled pattern, gone without a text.

use crate::engine::matching::needs::Needs;
use crate::lexicon::pattern::instruction::{Code, Op, shape, sign};
use crate::lexicon::{WORD_COUNT, bits_of};

/// Words that name people at work, by their shape.
pub(crate) const AGENTS: u64 = shape::AGENT | shape::AGENTS;

/// A program, to be walked through without a text.
#[derive(Clone, Copy)]
pub(crate) struct Walk<'a> {
    code: Code<'a>,
    program: &'a [Op],
}

impl<'a> Walk<'a> {
    pub fn new(code: Code<'a>, program: u32) -> Self {
        Self { code, program: &code.ops[program as usize..] }
    }

    /// The instructions that may take the next token at a place of the program, each with the place behind it; also those that ask
    /// for the end of the sentence, or for nothing more.
    pub fn taken(self, place: usize) -> Vec<(Op, usize)> {
        let (mut taken, mut seen, mut waiting) = (Vec::new(), Vec::new(), vec![place]);
        while let Some(pc) = waiting.pop() {
            if seen.contains(&pc) {
                continue;
            }
            seen.push(pc);
            match self.program[pc] {
                Op::Mark | Op::Start => waiting.push(pc + 1),
                Op::Jump(to) => waiting.push(usize::from(to)),
                Op::Split(one, other) => waiting.extend([usize::from(one), usize::from(other)]),
                Op::Gap(most, marks) => {
                    waiting.push(pc + 1);
                    if most > 0 {
                        taken.push((if marks { Op::Class(u8::MAX) } else { Op::Any }, pc));
                    }
                }
                op => taken.push((op, pc + 1)),
            }
        }
        taken
    }

    /// What the next token must be like at a place of the program.
    pub fn needs(self, place: usize) -> Needs {
        self.taken(place).into_iter().fold(Needs { bits: 0, words: 0 }, |needs, (op, _)| Needs {
            bits: needs.bits | self.bits(op),
            words: self.words(op).fold(needs.words, |words, word| words | sign(word)),
        })
    }

    /// One of these bits an instruction asks for.
    pub fn bits(self, op: Op) -> u64 {
        match op {
            Op::Word(_) | Op::Set(..) => 0,
            Op::Class(mask) => self.code.masks.get(usize::from(mask)).copied().unwrap_or(u64::MAX),
            Op::End => shape::EDGE,
            Op::Accept => u64::MAX,
            _ => shape::WORD | shape::DIGITS,
        }
    }

    /// Or for one of these words.
    pub fn words(self, op: Op) -> impl Iterator<Item = u16> + 'a {
        let (one, several) = match op {
            Op::Word(word) => (Some(word), 0..0),
            Op::Set(start, end) => (None, usize::from(start)..usize::from(end)),
            _ => (None, 0..0),
        };
        one.into_iter().chain(self.code.sets[several].iter().copied())
    }

    /// The words of the lexicon that an instruction takes; 0 stands for any other word of a shape that names agents.
    pub fn starting_words(self, op: Op) -> impl Iterator<Item = u16> {
        let bits = if matches!(op, Op::End | Op::Accept) { 0 } else { self.bits(op) };
        let bits = bits & (AGENTS | shape::CLASSES);
        let of_class = (1_u16..).take(WORD_COUNT).filter(move |word| bits_of(*word) & bits != 0);
        self.words(op).chain((bits & AGENTS != 0).then_some(0)).chain((bits != 0).then_some(of_class).into_iter().flatten())
    }
}
