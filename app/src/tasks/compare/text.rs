//! The municipalities side by side.

use crate::{
    phrase::{Phrase, phrase},
    ui::text as common,
};
use domain::Kind;

pub const TITLE: Phrase = common::COMPARE;
pub const INTRO: Phrase = phrase(
    "Vælg et emne. Så ser du, hvad hver kommune skriver om det, side om side. Forskellene står først.",
    "Choose a topic. You then see what each municipality writes about it, side by side. The differences come first.",
);
pub const RULES: Phrase = phrase("Regler", "Rules");
pub const OFFERS: Phrase = phrase("Tilbud", "Offers");
pub const DIFFERENT: Phrase = phrase("Her er der forskel", "Where they differ");
pub const WORDED: Phrase = phrase("Det skriver hver kommune", "What each municipality writes");
pub const ALIKE: Phrase = phrase("Her er svaret det samme", "Where the answer is the same");
pub const SILENT: Phrase = phrase("Her siger ingen af dem noget", "Where none of them says anything");
pub const SAYS_NOTHING: Phrase = phrase("Siger ikke noget om det.", "Does not say.");
pub const NO_OFFERS: Phrase = phrase("Nævner ingen tilbud af den slags.", "Names no offers of this kind.");
pub const KIND_INTRO: Phrase =
    phrase("Tilbud, som kommunernes regler nævner.", "Offers that the municipalities' rules name.");

/// The kind's place in addresses.
#[must_use]
pub const fn kind_slug(kind: Kind) -> &'static str {
    match kind {
        Kind::Counselling => "tilbud-raad",
        Kind::Treatment => "tilbud-behandling",
        Kind::Medical => "tilbud-medicin",
        Kind::Relatives => "tilbud-paaroerende",
        Kind::Aftercare => "tilbud-efter",
        Kind::Authority => "tilbud-myndighed",
    }
}
