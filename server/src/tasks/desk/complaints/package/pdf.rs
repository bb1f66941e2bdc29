//! The package's document as a PDF that a screen reader reads (PDF/UA-1; the library checks it): headings, paragraphs and
//! lists are tagged as such, the language and the title are told, and what only decorates is marked so.

use app::tasks::desk::complaints::package::{PackageBlock, PackageDocument};
use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder, PdfVersion},
    destination::XyzDestination,
    geom::Point,
    metadata::Metadata,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, Tag, TagGroup, TagTree,
    },
    text::{Font, TextDirection},
};
use std::num::NonZeroU16;
use thiserror::Error;

/// A4, in points.
const WIDTH: f32 = 595.28;
const HEIGHT: f32 = 841.89;
const MARGIN: f32 = 62.0;
/// Where the text ends, above the number of the page.
const BOTTOM: f32 = HEIGHT - 78.0;
/// How far a list stands in.
const INDENT: f32 = 14.0;

const REGULAR: &[u8] = include_bytes!("../../../../../fonts/IBMPlexSans-Regular.ttf");
const SEMIBOLD: &[u8] = include_bytes!("../../../../../fonts/IBMPlexSans-SemiBold.ttf");

/// Why there is no PDF.
#[derive(Debug, Error)]
pub enum PdfError {
    #[error("the type cannot be read")]
    Font,
    #[error("the document does not stand up to PDF/UA: {0}")]
    Document(String),
}

/// What a line is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Heading(u16),
    Paragraph,
    Item,
}

impl Kind {
    /// The size of its letters, and the air above it.
    const fn measure(self) -> (f32, f32) {
        match self {
            Self::Heading(1) => (22.0, 0.0),
            Self::Heading(2) => (15.0, 20.0),
            Self::Heading(_) => (11.5, 10.0),
            Self::Paragraph => (10.5, 5.0),
            Self::Item => (10.5, 2.0),
        }
    }

    const fn is_bold(self) -> bool {
        matches!(self, Self::Heading(_))
    }
}

/// A line in its place.
struct Line {
    text: String,
    left: f32,
    base: f32,
    /// Which of the parts it belongs to.
    part: usize,
}

/// A heading, a paragraph or a point of a list.
struct Part {
    kind: Kind,
    text: String,
}

/// A font to measure by, and to draw with.
struct Face {
    metrics: ttf_parser::Face<'static>,
    font: Font,
}

impl Face {
    fn of(data: &'static [u8]) -> Result<Self, PdfError> {
        let metrics = ttf_parser::Face::parse(data, 0).map_err(|_| PdfError::Font)?;
        let font = Font::new(data.to_vec().into(), 0).ok_or(PdfError::Font)?;
        Ok(Self { metrics, font })
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        let advance = |sign: char| {
            let glyph = self.metrics.glyph_index(sign)?;
            self.metrics.glyph_hor_advance(glyph)
        };
        let units: u32 = text.chars().filter_map(advance).map(u32::from).sum();
        #[expect(clippy::cast_precision_loss, reason = "a line has few units")]
        let width = units as f32 * size / f32::from(self.metrics.units_per_em());
        width
    }

    /// The text without what cannot be drawn: a sign that the type lacks is another, one that is never seen goes.
    fn clean(&self, text: &str) -> String {
        let is_unseen = |sign: &char| {
            sign.is_control()
                || *sign == '\u{61c}'
                || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
                || matches!(sign, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ad}')
        };
        let text = text.replace(['\t', '\u{2028}', '\u{2029}'], " ");
        let signs = text.chars().filter(|sign| !is_unseen(sign));
        // What is for private use means nothing to whoever has it read aloud.
        let is_there =
            |sign| self.metrics.glyph_index(sign).is_some() && !matches!(sign, '\u{e000}'..='\u{f8ff}');
        signs.map(|sign| if is_there(sign) { sign } else { MISSING }).collect()
    }
}

/// What stands for a sign that the type lacks.
const MISSING: char = '\u{25ca}';

struct Faces {
    regular: Face,
    semibold: Face,
}

impl Faces {
    const fn of(&self, kind: Kind) -> &Face {
        if kind.is_bold() { &self.semibold } else { &self.regular }
    }
}

/// The document as a file.
///
/// # Errors
/// Where the types cannot be read, or the library finds that it is not as PDF/UA wants it.
pub fn write_pdf(document: &PackageDocument) -> Result<Vec<u8>, PdfError> {
    let faces = Faces { regular: Face::of(REGULAR)?, semibold: Face::of(SEMIBOLD)? };
    // The contents name pages that are known once all is laid out; a number more or less moves nothing.
    let (parts, _) = list_parts(document, &faces, &[]);
    let pages = lay_out(&parts, &faces);
    let (parts, sections) = list_parts(document, &faces, &find_pages(&parts, &pages));
    let pages = lay_out(&parts, &faces);
    draw(document, (&parts, &sections), &pages, &faces)
}

/// All parts in order, and which of them are sections.
fn list_parts(document: &PackageDocument, faces: &Faces, found: &[usize]) -> (Vec<Part>, Vec<usize>) {
    let mut parts = Vec::new();
    let mut add = |kind: Kind, text: &str| {
        parts.push(Part { kind, text: faces.of(kind).clean(text) });
        parts.len() - 1
    };
    add(Kind::Heading(1), &document.title);
    for line in &document.lead {
        add(Kind::Paragraph, line);
    }
    add(Kind::Heading(2), &document.index);
    for (number, section) in document.sections.iter().enumerate() {
        let page = found.get(number).map_or(1, |page| page + 1);
        add(Kind::Item, &format!("{}, side {page}", section.title));
    }
    let mut sections = Vec::new();
    for section in &document.sections {
        sections.push(add(Kind::Heading(2), &section.title));
        for block in &section.blocks {
            match block {
                PackageBlock::Heading(text) => _ = add(Kind::Heading(3), text),
                PackageBlock::Paragraph(text) => _ = add(Kind::Paragraph, text),
                PackageBlock::List(items) => items.iter().for_each(|item| _ = add(Kind::Item, item)),
            }
        }
    }
    let is_whole = !parts.iter().any(|part| part.text.contains(MISSING));
    if !is_whole {
        parts.push(Part { kind: Kind::Paragraph, text: document.unreadable_signs.clone() });
    }
    (parts, sections)
}

/// The page of each section, by its heading.
fn find_pages(parts: &[Part], pages: &[Vec<Line>]) -> Vec<usize> {
    let is_section = |part: usize| parts[part].kind == Kind::Heading(2);
    // The first of them is the contents' own.
    let headings = (0..parts.len()).filter(|part| is_section(*part)).skip(1);
    headings
        .filter_map(|part| pages.iter().position(|page| page.iter().any(|line| line.part == part)))
        .collect()
}

fn lay_out(parts: &[Part], faces: &Faces) -> Vec<Vec<Line>> {
    let (mut pages, mut page, mut at) = (Vec::new(), Vec::new(), MARGIN);
    for (number, part) in parts.iter().enumerate() {
        let (size, air) = part.kind.measure();
        let height = size * 1.45;
        let left = if part.kind == Kind::Item { MARGIN + INDENT } else { MARGIN };
        let lines = break_lines(&part.text, faces.of(part.kind), size, WIDTH - MARGIN - left);
        at += air;
        // A heading does not stand alone at the foot of a page.
        let needed = if part.kind.is_bold() { height * 3.0 } else { height };
        for (place, text) in lines.into_iter().enumerate() {
            let room = if place == 0 { needed } else { height };
            if at + room > BOTTOM && !page.is_empty() {
                pages.push(std::mem::take(&mut page));
                at = MARGIN;
            }
            at += height;
            page.push(Line { text, left, base: at - size * 0.3, part: number });
        }
    }
    pages.push(page);
    pages
}

/// A text in lines of a width, broken between words; a word that is longer is broken where it must. A line that ends within
/// a word has no space at its end: copied, the word is whole.
fn break_lines(text: &str, face: &Face, size: f32, width: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if face.width(&line, size) + face.width(word, size) > width && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut left = word;
        while face.width(left, size) > width {
            let (first, rest) = left.split_at(find_break(left, face, size, width));
            lines.push(first.to_owned());
            left = rest;
        }
        line.push_str(left);
        line.push(' ');
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// How much of a word that is too long goes into a line.
fn find_break(word: &str, face: &Face, size: f32, width: f32) -> usize {
    let mut taken = 0.0;
    for (place, sign) in word.char_indices() {
        taken += face.width(sign.encode_utf8(&mut [0; 4]), size);
        if taken > width && place > 0 {
            return place;
        }
    }
    word.len()
}

fn draw(
    document: &PackageDocument,
    (parts, sections): (&[Part], &[usize]),
    pages: &[Vec<Line>],
    faces: &Faces,
) -> Result<Vec<u8>, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_version(PdfVersion::Pdf17)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PdfError::Document(format!("{error:?}")))?;
    let mut file = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut drawn: Vec<Vec<Identifier>> = parts.iter().map(|_| Vec::new()).collect();
    let mut outline = Outline::new();
    let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or(PdfError::Font)?;
    for (number, lines) in pages.iter().enumerate() {
        let mut page = file.start_page_with(size.clone());
        let mut surface = page.surface();
        for line in lines {
            let kind = parts[line.part].kind;
            let is_first = drawn[line.part].is_empty();
            if is_first && sections.contains(&line.part) {
                let there = XyzDestination::new(number, Point::from_xy(0.0, line.base - 20.0));
                outline.push_child(OutlineNode::new(parts[line.part].text.clone(), there));
            }
            drawn[line.part].push(draw_line(&mut surface, line, kind, faces, is_first));
        }
        let foot = format!("{}, side {} af {}", document.title, number + 1, pages.len());
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        write(&mut surface, &faces.regular, (MARGIN, HEIGHT - 40.0), 8.5, &faces.regular.clean(&foot));
        surface.end_tagged();
        surface.finish();
        page.finish();
    }
    file.set_outline(outline);
    file.set_tag_tree(build_tree(parts, drawn));
    let metadata = Metadata::new().title(document.title.clone()).language("da".to_owned());
    file.set_metadata(metadata);
    file.finish().map_err(|error| PdfError::Document(format!("{error:?}")))
}

fn write(surface: &mut Surface<'_>, face: &Face, (left, base): (f32, f32), size: f32, text: &str) {
    let direction = TextDirection::Auto;
    surface.draw_text(Point::from_xy(left, base), face.font.clone(), size, text, false, direction);
}

/// Draws a line; one of a list has a dot before its first.
fn draw_line(
    surface: &mut Surface<'_>,
    line: &Line,
    kind: Kind,
    faces: &Faces,
    is_first: bool,
) -> Identifier {
    let (face, (size, _)) = (faces.of(kind), kind.measure());
    if is_first && kind == Kind::Item {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        write(surface, face, (MARGIN, line.base), size, "•");
        surface.end_tagged();
    }
    let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
    write(surface, face, (line.left, line.base), size, &line.text);
    surface.end_tagged();
    identifier
}

/// What is read aloud, in order.
fn build_tree(parts: &[Part], drawn: Vec<Vec<Identifier>>) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some("da".to_owned()));
    let mut list: Option<TagGroup> = None;
    for (part, lines) in parts.iter().zip(drawn) {
        if lines.is_empty() {
            continue;
        }
        let nodes = lines.into_iter().map(Node::from);
        if part.kind == Kind::Item {
            let body = TagGroup::with_children(Tag::LBody, nodes.collect());
            let item = TagGroup::with_children(Tag::LI, vec![body.into()]);
            list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::Disc))).push(item);
            continue;
        }
        if let Some(list) = list.take() {
            tree.push(list);
        }
        tree.push(match part.kind {
            Kind::Heading(level) => {
                let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
                TagGroup::with_children(Tag::Hn(level, Some(part.text.clone())), nodes.collect())
            }
            Kind::Paragraph | Kind::Item => TagGroup::with_children(Tag::P, nodes.collect()),
        });
    }
    if let Some(list) = list {
        tree.push(list);
    }
    tree
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::tasks::desk::complaints::package::PackageSection;
    use proptest::prelude::*;

    fn document(text: &str) -> PackageDocument {
        let section = |title: &str, blocks| PackageSection { title: title.to_owned(), blocks };
        PackageDocument {
            title: "Klage GV5X1-0S2KW".to_owned(),
            lead: vec!["Til: Ankestyrelsen".to_owned()],
            index: "Indhold".to_owned(),
            sections: vec![
                section("Klagen", vec![PackageBlock::Paragraph(text.to_owned())]),
                section("Bilag", vec![PackageBlock::List(vec![text.to_owned(), String::new()])]),
                section("Tom", Vec::new()),
            ],
            unreadable_signs: "Tegn mangler.".to_owned(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn whatever_was_written_the_document_is_one_that_a_screen_reader_reads(text in any::<String>()) {
            let pdf = write_pdf(&document(&text)).map_err(|error| error.to_string());
            prop_assert!(pdf.as_ref().is_ok_and(|pdf| pdf.starts_with(b"%PDF-1.7")), "{:?}", pdf.err());
        }
    }

    #[test]
    fn a_long_complaint_goes_over_many_pages_and_a_word_without_end_is_broken() {
        let faces = Faces {
            regular: Face::of(REGULAR).expect("a type"),
            semibold: Face::of(SEMIBOLD).expect("a type"),
        };
        let (parts, _) = list_parts(&document(&"Jeg har ventet. ".repeat(1250)), &faces, &[]);
        let pages = lay_out(&parts, &faces);
        assert!(pages.len() > 4, "{}", pages.len());
        assert!(pages.iter().flatten().all(|line| line.base < BOTTOM && line.base > MARGIN));
        let lines = break_lines(&format!("Nøgle: {} slut", "æ".repeat(500)), &faces.regular, 10.5, 400.0);
        for line in &lines {
            assert!(faces.regular.width(line.trim_end(), 10.5) <= 400.0, "{line}");
        }
        assert_eq!(lines.concat(), format!("Nøgle: {} slut ", "æ".repeat(500)), "copied, it is whole");
        assert!(write_pdf(&document(&"Jeg har ventet. ".repeat(1250))).is_ok());
    }
}
