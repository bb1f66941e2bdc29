//! The figures as a chart, as a table, and as a file.

use crate::{
    tasks::desk::{
        figures::text,
        shell::{AtDesk, desk_page},
        views::Notices,
    },
    ui::{document::PageMeta, text as common},
};
use domain::{
    Lang, Substance,
    case::{CaseOutcome, Quarter, QuarterFigures},
};
use leptos::prelude::*;
use maud::{Markup, html};

/// One quarter and one substance.
pub struct FiguresRow {
    pub quarter: Quarter,
    pub substance: Substance,
    pub figures: QuarterFigures,
}

impl FiguresRow {
    fn name(&self, lang: Lang) -> String {
        format!("{}, {}", text::quarter(self.quarter, lang), common::substance(self.substance).get(lang))
    }
}

/// `/desk/tal`.
pub fn figures_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    rows: &[FiguresRow],
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let content = if rows.is_empty() {
        view! { <p>{text::NONE.get(lang)}</p> }.into_any()
    } else {
        let chart = show_chart(rows, lang).into_string();
        view! {
            <div inner_html=chart></div>
            {show_table(rows, lang)}
            <p class="actions"><a class="button button-secondary" href=meta.to("/desk/tal/fil") download="">{text::CSV.get(lang)}</a></p>
        }
        .into_any()
    };
    let content = view! {
        <h1>{text::TAB.get(lang)}</h1>
        <p>{text::LEAD.get(lang)}</p>
        <p class="hint">{text::HIDDEN.get(lang)}</p>
        {content}
    };
    desk_page(meta, at, notices, content.into_any())
}

/// Quarters in the chart.
const CHARTED: usize = 8;
/// Height of a line of the chart, its name above its bar; and the width of a whole bar.
const LINE: usize = 52;
const BAR: usize = 270;

/// The share that began in time, a bar for each quarter and substance that has one; its table says the same in words.
fn show_chart(rows: &[FiguresRow], lang: Lang) -> Markup {
    let bars: Vec<(String, u8)> = rows
        .iter()
        .filter_map(|row| Some((row.name(lang), row.figures.in_time_percent?)))
        .take(CHARTED)
        .collect();
    let height = bars.len() * LINE;
    html! {
        @if !bars.is_empty() {
            div class="chart" {
                p { (text::CHART.get(lang)) }
                svg viewBox={ "0 0 " (BAR + 60) " " (height) } role="img" aria-label=(text::CHART.get(lang)) {
                    @for (place, (name, percent)) in bars.iter().enumerate() {
                        g {
                            title { (text::bar(name, *percent, lang)) }
                            text x="1" y=(place * LINE + 16) { (name) }
                            rect class="chart-whole" x="1" y=(place * LINE + 24) width=(BAR) height="18" {}
                            rect class="chart-part" x="1" y=(place * LINE + 24) width=(BAR * usize::from(*percent) / 100) height="18" {}
                            text x=(BAR + 8) y=(place * LINE + 38) { (percent) " %" }
                        }
                    }
                }
            }
        }
    }
}

/// The heads of the table and of the file.
fn list_heads(lang: Lang) -> Vec<&'static str> {
    let first = [text::QUARTER, text::ABOUT, text::TOTAL, text::SHARE];
    let outcomes = CaseOutcome::ALL.iter().map(|&one| text::outcome(one));
    let heads = first.into_iter().chain(outcomes).chain([text::MEDIAN, text::LONGEST]);
    heads.map(|head| head.get(lang)).collect()
}

/// The cells of a row; nothing where a number is not shown.
fn list_cells(row: &FiguresRow, lang: Lang) -> Vec<Option<String>> {
    let figures = &row.figures;
    let number = |number: Option<u64>| number.map(|number| number.to_string());
    let mut cells = vec![
        Some(text::quarter(row.quarter, lang)),
        Some(common::substance(row.substance).get(lang).to_owned()),
        number(figures.total),
        figures.in_time_percent.map(|percent| format!("{percent} %")),
    ];
    let outcomes = CaseOutcome::ALL.iter().map(|one| number(figures.cells.get(one).copied().flatten()));
    cells.extend(outcomes);
    let waits = figures.waited.unzip();
    cells.extend([waits.0, waits.1].map(|days| days.map(|days| days.to_string())));
    cells
}

fn show_table(rows: &[FiguresRow], lang: Lang) -> AnyView {
    let heads = list_heads(lang).into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    let lines = rows
        .iter()
        .map(|row| {
            let mut cells = list_cells(row, lang).into_iter().map(Option::unwrap_or_default);
            let first = cells.next().unwrap_or_default();
            let cells = cells
                .map(|cell| view! { <td>{if cell.is_empty() { "–".to_owned() } else { cell }}</td> })
                .collect_view();
            view! { <tr><th scope="row">{first}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="matrix figures" role="group" aria-label=text::TAB.get(lang) tabindex="0">
            <table>
                <caption class="sr-only">{text::TAB.get(lang)}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The same as a file: fields by semicolons, as spreadsheets in Danish read them; what is not shown is empty.
#[must_use]
pub fn write_csv(rows: &[FiguresRow], lang: Lang) -> String {
    // No cell comes from anybody: none holds a quotation mark or begins like a formula.
    let line = |cells: Vec<String>| {
        cells.into_iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(";")
    };
    let heads = line(list_heads(lang).into_iter().map(str::to_owned).collect());
    let lines = rows
        .iter()
        .map(|row| line(list_cells(row, lang).into_iter().map(Option::unwrap_or_default).collect()));
    // The mark by which spreadsheets know UTF-8.
    format!("\u{feff}{}\r\n", std::iter::once(heads).chain(lines).collect::<Vec<_>>().join("\r\n"))
}
