//! `portal standards check`: all errors at once, what a standard covers, and how readable it is.

mod capabilities;
mod promises;
mod warnings;

use crate::{commands::report::Report, standards::LoadedStandard};
use domain::{CitizenText, Lang, Lix, Standard, StandardFileError};
use std::fmt::Write;

/// The whole of a standard's texts may not be harder than this.
const LIX_WHOLE: f64 = 40.0;
/// No single text may be harder than this.
const LIX_ONE: f64 = 45.0;
/// A text of fewer words has no figure that says anything.
const LIX_WORDS: u32 = 15;

/// Reports on standards that were read, or on the problems in reading them.
#[must_use]
pub fn report(read: &Result<Vec<LoadedStandard>, Vec<StandardFileError>>) -> Report {
    match read {
        Ok(standards) => coverage(standards),
        Err(problems) => {
            let mut text = String::new();
            for problem in problems {
                let _ = writeln!(text, "{problem}");
            }
            let what = if problems.len() == 1 { "problem" } else { "problems" };
            let _ = writeln!(text, "{} {what}", problems.len());
            Report { text, passed: false }
        }
    }
}

fn coverage(loaded: &[LoadedStandard]) -> Report {
    let mut text = String::new();
    let mut passed = true;
    let _ = writeln!(
        text,
        "{:<14} {:>6} {:>6} {:>6} {:>14} {:>5} {:>7} {:>7}",
        "municipality", "offers", "facts", "silent", "contradictions", "gaps", "LIX da", "LIX en"
    );
    for LoadedStandard { draft, file, .. } in loaded {
        let standard = &draft.standard;
        let tally = standard.tally();
        let texts = standard.citizen_texts();
        let [da, en] = [Lang::Da, Lang::En].map(|lang| whole(&texts, lang));
        let _ = writeln!(
            text,
            "{:<14} {:>6} {:>6} {:>6} {:>14} {:>5} {da:>7.1} {en:>7.1}",
            standard.code,
            standard.offers.len(),
            tally.stated,
            tally.silent,
            tally.contradictions,
            tally.gaps,
        );
        passed &= da <= LIX_WHOLE && en <= LIX_WHOLE;
        let is_hard = |one: &&CitizenText<'_>| one.lix().words() >= LIX_WORDS && one.lix().figure() > LIX_ONE;
        for hard in texts.iter().filter(is_hard) {
            passed = false;
            let _ = writeln!(
                text,
                "{}:{}: {}.{}: LIX {:.0} is above {LIX_ONE}: {}",
                file.name,
                find_line(&file.text, hard.text),
                hard.place,
                hard.lang.tag(),
                hard.lix().figure(),
                hard.text
            );
        }
        if da > LIX_WHOLE || en > LIX_WHOLE {
            let _ = writeln!(text, "{}: the whole is above LIX {LIX_WHOLE}", standard.code);
        }
    }
    let standards: Vec<&Standard> = loaded.iter().map(|loaded| &loaded.draft.standard).collect();
    let _ = write!(text, "\n{}", capabilities::table(&standards));
    for standard in standards {
        for warning in warnings::list(standard) {
            let _ = writeln!(text, "\n{}: look at this: {warning}", standard.code);
        }
        let _ = write!(text, "\n{} lover:\n{}", standard.name.get(Lang::Da), promises::list(standard));
    }
    Report { text, passed }
}

/// The line of a text in its file, counted from 1.
fn find_line(file: &str, text: &str) -> usize {
    let before = file.split_once(text).map_or("", |(before, _)| before);
    1 + before.matches('\n').count()
}

fn whole(texts: &[CitizenText<'_>], lang: Lang) -> f64 {
    texts.iter().filter(|text| text.lang == lang).map(CitizenText::lix).sum::<Lix>().figure()
}
