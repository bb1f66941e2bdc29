//! Codes of bookings.

use crate::{Substance, codes};

codes! {
    /// How an appointment is held.
    BookingKind {
        /// In writing, in the portal.
        Online = "ONLINE",
        /// The citizen calls in.
        Phone = "PHONE",
        InPerson = "IN_PERSON",
        /// The centre calls: confidential, and without a time of its own.
        Callback = "CALLBACK",
    }

    /// Whom an appointment is about.
    BookingAbout {
        Me = "ME",
        /// Somebody close, of age.
        Close = "CLOSE",
        /// Somebody under 18.
        Young = "YOUNG",
        /// Me, before anonymous drug treatment: the clarifying conversation of SEL §101a(3).
        Clarifying = "CLARIFYING",
    }

    /// To which of two units somebody comes, where the standard divides them by age.
    UnitSide {
        Young = "YOUNG",
        Adult = "ADULT",
    }

    /// What a centre says of talks in English.
    EnglishHelp {
        /// A counsellor speaks it.
        Spoken = "SPOKEN",
        Interpreter = "INTERPRETER",
        DanishOnly = "DANISH_ONLY",
    }

    /// Why a call that was taken goes back to the queue. No words of one's own: they could name somebody.
    GiveBackReason {
        NoTime = "NO_TIME",
        /// A colleague knows more of what it is about.
        ForColleague = "FOR_COLLEAGUE",
        /// Another language is needed.
        Language = "LANGUAGE",
        Mistake = "MISTAKE",
    }

    /// What a member of staff may do at the desk.
    Role {
        /// Talks with citizens.
        Counsellor = "COUNSELLOR",
        /// Talks with citizens, and arranges the desk.
        Lead = "LEAD",
        /// Arranges the desk, and sees nothing of citizens.
        Admin = "ADMIN",
        /// Heads the centre: follows the cases and their figures.
        Manager = "MANAGER",
        /// Decides for the young: follows their cases.
        Authority = "AUTHORITY",
        /// Reads the complaints that are sent to the centre.
        ComplaintReader = "COMPLAINT_READER",
    }
}

impl Role {
    /// Whether they talk with citizens, and have an agenda.
    #[must_use]
    pub const fn takes_talks(self) -> bool {
        matches!(self, Self::Counsellor | Self::Lead)
    }

    /// Whether a lead invites them, and does what else is done with a colleague. Whoever reads complaints is for whoever runs
    /// the portal: else a lead who is complained about could let themselves in under another name.
    #[must_use]
    pub const fn is_arranged_by_lead(self) -> bool {
        !self.reads_complaints()
    }

    /// Whether complaints can be for them to read.
    #[must_use]
    pub const fn reads_complaints(self) -> bool {
        matches!(self, Self::Lead | Self::Manager | Self::Authority | Self::ComplaintReader)
    }
}

/// For what somebody wishes for treatment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct TreatmentWish {
    pub alcohol: bool,
    pub drugs: bool,
}

impl TreatmentWish {
    /// The substances that are wished for, as far as they are among those that are asked about.
    pub fn among(self, asked: &[Substance]) -> impl Iterator<Item = Substance> {
        let wished = [(self.alcohol, Substance::Alcohol), (self.drugs, Substance::Drugs)];
        let wished = wished.into_iter().filter(|(is_wished, _)| *is_wished).map(|(_, substance)| substance);
        wished.filter(|substance| asked.contains(substance))
    }

    #[must_use]
    pub const fn is_for(self, substance: Substance) -> bool {
        match substance {
            Substance::Alcohol => self.alcohol,
            Substance::Drugs => self.drugs,
        }
    }

    pub const fn set(&mut self, substance: Substance, wished: bool) {
        match substance {
            Substance::Alcohol => self.alcohol = wished,
            Substance::Drugs => self.drugs = wished,
        }
    }
}

impl BookingAbout {
    /// What one can answer to "whom is it about?". The clarifying conversation has a way of its own.
    pub const ASKED: [Self; 3] = [Self::Me, Self::Close, Self::Young];

    /// Whether the portal counts the conversation: those of which the standards limit the number.
    #[must_use]
    pub const fn is_counted(self) -> bool {
        !matches!(self, Self::Clarifying)
    }

    /// Whether it is about somebody else. These have a number of their own.
    #[must_use]
    pub const fn is_about_other(self) -> bool {
        matches!(self, Self::Close | Self::Young)
    }
}

/// A number of conversations: about oneself, and about somebody else.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Talks {
    pub own: u16,
    pub close: u16,
}

impl Talks {
    /// One conversation, as far as it is counted.
    #[must_use]
    pub const fn of(about: BookingAbout) -> Self {
        match (about.is_counted(), about.is_about_other()) {
            (false, _) => Self { own: 0, close: 0 },
            (true, false) => Self { own: 1, close: 0 },
            (true, true) => Self { own: 0, close: 1 },
        }
    }

    /// Those that are counted together with one about somebody.
    #[must_use]
    pub const fn about(self, about: BookingAbout) -> u16 {
        if about.is_about_other() { self.close } else { self.own }
    }

    #[must_use]
    pub const fn all(self) -> u16 {
        self.own.saturating_add(self.close)
    }
}
