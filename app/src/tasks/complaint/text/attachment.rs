//! Files that go along with a complaint.

use crate::{
    phrase::{Phrase, phrase},
    tasks::complaint::attachment::{AttachmentError, AttachmentKind},
};
use domain::Lang;

pub const LABEL: Phrase = phrase("Vedlæg filer, hvis du vil", "Attach files, if you want to");
pub const HINT: Phrase = phrase(
    "Op til fem: PDF, JPEG eller PNG, højst 10 MB hver. Billeder gemmer vi uden det, der viser, hvor og hvornår de er taget. En PDF gemmer vi, som den er. I den kan stå, hvem der har lavet den.",
    "Up to five: PDF, JPEG or PNG, 10 MB each at most. We store pictures without what shows where and when they were taken. We store a PDF as it is. It may say who made it.",
);
pub const KEPT: Phrase = phrase("Det er vedlagt", "This is attached");
pub const KEPT_HOW: Phrase = phrase(
    "Filerne ligger låst, og kun denne side kan åbne dem. Sender du ikke klagen, bliver de slettet efter tre timer.",
    "The files are locked, and only this page can open them. If you do not send the complaint, they are deleted after three hours.",
);
pub const REMOVE: Phrase = phrase("Fjern", "Remove");
pub const ATTACHED: Phrase = phrase("Vedlagte filer", "Attached files");
const UNNAMED: Phrase = phrase("En fil uden navn", "A file without a name");

/// Why a file was not taken, after its name.
const fn reason(error: AttachmentError) -> Phrase {
    match error {
        AttachmentError::Empty => phrase("er tom. Vælg en anden.", "is empty. Choose another."),
        AttachmentError::TooLarge => phrase(
            "er større end 10 MB. Vælg en mindre, eller tag et nyt billede med mindre kvalitet.",
            "is larger than 10 MB. Choose a smaller one, or take a new picture of lower quality.",
        ),
        AttachmentError::TooMany => phrase(
            "er ikke taget med. Der er plads til fem filer. Resten kan du sende senere til den, der læser klagen.",
            "is not attached. There is room for five files. You can give the rest later to whoever reads the complaint.",
        ),
        AttachmentError::Unknown => phrase(
            "er hverken PDF, JPEG eller PNG, uanset hvad den hedder. Gem den som PDF, eller tag et billede af den.",
            "is neither PDF, JPEG nor PNG, whatever it is called. Save it as a PDF, or take a picture of it.",
        ),
        AttachmentError::Broken => phrase(
            "kan ikke læses til ende. Måske mangler der noget af den. Prøv at gemme den igen.",
            "cannot be read to its end. Some of it may be missing. Try to save it again.",
        ),
        AttachmentError::TooWide => phrase(
            "fylder for meget, når billedet åbnes. Gør det mindre, eller tag et nyt.",
            "takes up too much once the picture is opened. Make it smaller, or take a new one.",
        ),
        AttachmentError::Busy => phrase(
            "kan vi ikke tage imod lige nu, fordi der kommer mange filer. Prøv igen senere, eller send klagen uden den.",
            "cannot be taken right now, because many files are coming in. Try again later, or send the complaint without it.",
        ),
        AttachmentError::Gone => phrase("", ""),
    }
}

const GONE: Phrase = phrase(
    "Siden har stået åben længe, og filerne er slettet. Vælg dem igen, eller send klagen uden.",
    "The page has been open for long, and the files have been deleted. Choose them again, or send the complaint without.",
);

/// What is said of a file that was not taken.
#[must_use]
pub fn refuse(name: &str, error: AttachmentError, lang: Lang) -> String {
    if error == AttachmentError::Gone {
        return GONE.get(lang).to_owned();
    }
    format!("{} {}", show_name(name, lang), reason(error).get(lang))
}

/// The name of a file, as whoever sent it called it.
#[must_use]
pub fn show_name(name: &str, lang: Lang) -> &str {
    if name.is_empty() { UNNAMED.get(lang) } else { name }
}

/// How many files were received.
#[must_use]
pub fn count(files: usize, lang: Lang) -> String {
    match (files, lang) {
        (1, Lang::Da) => "En fil fulgte med klagen.".to_owned(),
        (1, Lang::En) => "One file came with the complaint.".to_owned(),
        (files, Lang::Da) => format!("{files} filer fulgte med klagen."),
        (files, Lang::En) => format!("{files} files came with the complaint."),
    }
}

/// What a file is, and how large.
#[must_use]
pub fn describe(kind: AttachmentKind, size: u64, lang: Lang) -> String {
    let kilobytes = size.div_ceil(1024);
    let size = if kilobytes < 1000 {
        format!("{kilobytes} KB")
    } else {
        let tenths = (size * 10).div_ceil(1024 * 1024);
        let comma = match lang {
            Lang::Da => ',',
            Lang::En => '.',
        };
        format!("{}{comma}{} MB", tenths / 10, tenths % 10)
    };
    format!("{}, {size}", kind.code())
}
