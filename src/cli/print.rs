//! Findings for people: the marked article, and lines that editors can jump to.

use crate::engine::{Finding, Rejected, Report, Span, Voice};
use crate::lexicon::Category;
use crate::wording;
use anstyle::{AnsiColor, Effects, Style};
use std::io::{self, Write};

fn style(category: Category) -> Style {
    let color = match category {
        Category::Hedge => AnsiColor::Yellow,
        Category::Source => AnsiColor::Blue,
        Category::Pending => AnsiColor::Green,
    };
    color.on_default() | Effects::UNDERLINE
}

/// The summary, the article with its marks, and a line for each finding.
pub(super) fn article(report: &Report, text: &str, path: &str, explain: bool, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{bold}{}{bold:#}\n", wording::summary(report), bold = Style::new().bold())?;
    let mut written = 0;
    for finding in &report.findings {
        if finding.span.start < written {
            continue;
        }
        let (style, letter) = (style(finding.category()), finding.category().letter());
        write!(out, "{}{style}{}{style:#}[{letter}]", visible(&text[written..finding.span.start]), visible(finding.span.of(text)))?;
        written = finding.span.end;
    }
    writeln!(out, "{}\n", visible(text[written..].trim_end()))?;
    lines(report, text, path, explain, out)
}

/// `path:line:column: category/kind: "text"`, then why and what to ask; with `explain` the look-alikes too, in the order
/// of the text.
pub(super) fn lines(report: &Report, text: &str, path: &str, explain: bool, out: &mut impl Write) -> io::Result<()> {
    let findings = report.findings.iter().map(|finding| (finding.span, finding_line(finding, text)));
    let rejected = report.rejected.iter().filter(|_| explain).map(|rejected| (rejected.span, rejected_line(rejected, text)));
    let mut all: Vec<(Span, String)> = findings.chain(rejected).collect();
    all.sort_by_key(|(span, _)| *span);
    let mut place = Place { line: 1, column: 1, byte: 0 };
    for (span, line) in all {
        place.advance(text, span.start);
        writeln!(out, "{path}:{}:{}: {line}", place.line, place.column)?;
    }
    Ok(())
}

fn finding_line(finding: &Finding, text: &str) -> String {
    let style = style(finding.category());
    let rule = &finding.rule;
    let told = [("claimed by", finding.whose), ("decided by", finding.decider), ("date", finding.date)];
    let notes: String = told.iter().filter_map(|(label, span)| Some(format!(", {label} {}", shown((*span)?, text)))).collect();
    let voice = if finding.voice == Voice::Quoted { ", quoted" } else { "" };
    let (category, kind) = (finding.category().name(), finding.kind().name());
    format!("{style}{category}/{kind}{style:#}: {}{voice}{notes}: {} {}", shown(finding.span, text), rule.why, rule.ask)
}

fn rejected_line(rejected: &Rejected, text: &str) -> String {
    format!("not {}: {}: {}", rejected.rule.id, shown(rejected.span, text), rejected.reason)
}

fn shown(span: Span, text: &str) -> String {
    format!("\u{201c}{}\u{201d}", visible(span.of(text)).replace('\n', " "))
}

/// Line and column, both from 1; columns count code points.
struct Place {
    line: usize,
    column: usize,
    byte: usize,
}

impl Place {
    fn advance(&mut self, text: &str, byte: usize) {
        for c in text[self.byte..byte].chars() {
            (self.line, self.column) = if c == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        self.byte = byte;
    }
}

/// The text without control characters that could steer a terminal.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c }).collect()
}
