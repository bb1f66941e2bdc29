//! `portal standards check`: all errors at once, what a standard covers, and how readable it is.

mod capabilities;

use crate::commands::report::Report;
use domain::{CitizenText, Lang, Lix, Standard, StandardFileError};
use std::fmt::Write;

/// The whole of a standard's texts may not be harder than this.
const LIX_WHOLE: f64 = 40.0;
/// No single text may be harder than this.
const LIX_ONE: f64 = 45.0;

/// Reports on standards that were read, or on the problems in reading them.
#[must_use]
pub fn report(read: &Result<Vec<Standard>, Vec<StandardFileError>>) -> Report {
    match read {
        Ok(standards) => coverage(standards),
        Err(problems) => {
            let mut text = String::new();
            for problem in problems {
                let _ = writeln!(text, "{problem}");
            }
            let _ = writeln!(text, "{} problems", problems.len());
            Report { text, passed: false }
        }
    }
}

fn coverage(standards: &[Standard]) -> Report {
    let mut text = String::new();
    let mut passed = true;
    let _ = writeln!(
        text,
        "{:<14} {:>6} {:>6} {:>6} {:>14} {:>5} {:>7} {:>7}",
        "municipality", "offers", "facts", "silent", "contradictions", "gaps", "LIX da", "LIX en"
    );
    for standard in standards {
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
        for hard in texts.iter().filter(|one| one.lix().figure() > LIX_ONE) {
            passed = false;
            let _ = writeln!(
                text,
                "{}: {} ({}): LIX {:.0} is above {LIX_ONE}: {}",
                standard.code,
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
    let _ = write!(text, "\n{}", capabilities::table(standards));
    Report { text, passed }
}

fn whole(texts: &[CitizenText<'_>], lang: Lang) -> f64 {
    texts.iter().filter(|text| text.lang == lang).map(CitizenText::lix).sum::<Lix>().figure()
}
