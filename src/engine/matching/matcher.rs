//! Runs compiled patterns over the tokens of a sentence.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::{Code, Op, shape, sign};
use crate::lexicon::{Context, PROGRAMS};
use std::cell::Cell;

/// How many instructions one attempt may take; no pattern of the lexicon comes near.
const FUEL: u32 = 20_000;
/// The same for a reader's own patterns: whatever they say, the time stays linear in the text and short.
const OWN_FUEL: u32 = 500;

/// One attempt to match: a sentence, a direction, and how much may still be spent.
struct Run<'a, const BACKWARD: bool> {
    tokens: &'a [Token],
    code: Code<'a>,
    program: &'a [Op],
    mark: Option<usize>,
    fuel: u32,
    given: u32,
}

/// How many instructions all patterns of a reader's own list may take in one sentence: what is beyond is not found.
pub(crate) const OWN_BUDGET: u32 = 10_000;

/// Whose patterns are tried: the lexicon's, or those of a reader's own list.
#[derive(Clone, Copy)]
pub(crate) struct Matcher<'a> {
    code: Code<'a>,
    fuel: u32,
    /// What is left for all attempts together; nothing where there is no such bound.
    left: Option<&'a Cell<u32>>,
}

impl Matcher<'static> {
    /// The patterns of the lexicon.
    pub fn lexicon() -> Self {
        Matcher { code: PROGRAMS.code(), fuel: FUEL, left: None }
    }
}

impl<'a> Matcher<'a> {
    /// The patterns of a reader's own list, with what is left for them in this sentence.
    pub fn own(code: Code<'a>, left: &'a Cell<u32>) -> Self {
        Self { code, fuel: OWN_FUEL, left: Some(left) }
    }

    fn run<'b, const BACKWARD: bool>(&self, program: u32, tokens: &'b [Token]) -> Run<'b, BACKWARD>
    where
        'a: 'b,
    {
        let fuel = self.left.map_or(self.fuel, |left| self.fuel.min(left.get()));
        Run { tokens, code: self.code, program: &self.code.ops[program as usize..], mark: None, fuel, given: fuel }
    }

    /// Matches span and right context from token `at` on; gives the token after the span.
    #[cfg_attr(small, optimize(speed))]
    pub fn forward(&self, program: u32, tokens: &[Token], at: usize) -> Option<usize> {
        let mut run = self.run::<false>(program, tokens);
        let matched = run.step(0, at);
        self.pay(&run);
        matched.then_some(run.mark).flatten()
    }

    /// Whether the left context holds just before token `at`.
    #[cfg_attr(small, optimize(speed))]
    pub fn backward(&self, program: u32, tokens: &[Token], at: usize) -> bool {
        let mut run = self.run::<true>(program, tokens);
        let matched = run.step(0, at);
        self.pay(&run);
        matched
    }

    /// Takes what an attempt has spent from what is left.
    fn pay<const BACKWARD: bool>(&self, run: &Run<'_, BACKWARD>) {
        if let Some(left) = self.left {
            left.set(left.get().saturating_sub(run.given - run.fuel));
        }
    }

    /// Whether a context holds around the tokens `start..end`.
    #[cfg_attr(small, optimize(speed))]
    pub fn holds(&self, context: &Context, tokens: &[Token], start: usize, end: usize) -> bool {
        self.forward(context.inside, &tokens[..end], start).is_some()
            && self.forward(context.forward, tokens, end).is_some()
            && self.backward(context.backward, tokens, start)
    }
}

impl<const BACKWARD: bool> Run<'_, BACKWARD> {
    /// Whether there is a next token in the direction of the run, and it is like that.
    #[expect(clippy::inline_always, reason = "it is called for every instruction")]
    #[inline(always)]
    fn next(&self, at: usize, like: impl FnOnce(&Token) -> bool) -> bool {
        let token = self.tokens.get(if BACKWARD { at.wrapping_sub(1) } else { at });
        token.is_some_and(|token| !token.is(shape::CITATION) && like(token))
    }

    fn beyond(at: usize) -> usize {
        if BACKWARD { at - 1 } else { at + 1 }
    }

    #[cfg_attr(small, optimize(speed))]
    fn step(&mut self, mut pc: usize, mut at: usize) -> bool {
        loop {
            if self.fuel == 0 {
                return false;
            }
            self.fuel -= 1;
            let op = self.program[pc];
            pc += 1;
            let holds = match op {
                Op::Accept => return true,
                Op::Gap(most, marks) => return self.gap(pc, at, most, marks),
                Op::Split(one, other) => {
                    if self.goes(usize::from(one), at) {
                        return true;
                    }
                    pc = usize::from(other);
                    continue;
                }
                Op::Jump(to) => {
                    pc = usize::from(to);
                    continue;
                }
                Op::Mark => {
                    self.mark = Some(at);
                    continue;
                }
                Op::Start if at == 0 => continue,
                Op::End if at == self.tokens.len() => continue,
                Op::Start | Op::End => return false,
                Op::Word(word) => self.next(at, |token| token.word == word),
                Op::Set(start, end) => self.next(at, |token| self.is_one_of(start, end, token.word)),
                Op::Class(mask) => self.next(at, |token| token.is(self.code.masks[usize::from(mask)])),
                Op::NotClass(mask) => self.next(at, |token| !token.is(self.code.masks[usize::from(mask)] | shape::MARK)),
                Op::Any => self.next(at, |token| !token.is(shape::MARK)),
            };
            if !holds {
                return false;
            }
            at = Self::beyond(at);
        }
    }

    /// Whether a way leads to the end; most do not take the next token.
    #[inline]
    fn goes(&mut self, pc: usize, at: usize) -> bool {
        let holds = match self.program[pc] {
            Op::Word(word) => self.next(at, |token| token.word == word),
            Op::Set(start, end) => self.next(at, |token| self.is_one_of(start, end, token.word)),
            Op::Class(mask) => self.next(at, |token| token.is(self.code.masks[usize::from(mask)])),
            _ => return self.step(pc, at),
        };
        holds && self.step(pc + 1, Self::beyond(at))
    }

    #[inline]
    fn is_one_of(&self, start: u16, end: u16, word: u16) -> bool {
        self.code.signs[usize::from(start)] & sign(word) != 0
            && self.code.sets[usize::from(start)..usize::from(end)].binary_search(&word).is_ok()
    }

    #[cfg_attr(small, optimize(speed))]
    fn gap(&mut self, pc: usize, mut at: usize, most: u8, marks: bool) -> bool {
        for _ in 0..most {
            if self.step(pc, at) {
                return true;
            }
            if !self.next(at, |token| marks || !token.is(shape::MARK)) {
                return false;
            }
            at = Self::beyond(at);
        }
        self.step(pc, at)
    }
}
