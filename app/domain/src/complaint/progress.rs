//! What has happened to a complaint, and how it stands.

use crate::codes;

codes! {
    /// What happened to a complaint.
    ComplaintFact {
        /// It was sent, or said and written down.
        Received = "RECEIVED",
        /// Whoever reads it has told that they do.
        Acknowledged = "ACKNOWLEDGED",
        /// The citizen was asked something.
        Asked = "ASKED",
        /// The citizen said something more.
        Added = "ADDED",
        /// The citizen told who they are.
        Named = "NAMED",
        Upheld = "UPHELD",
        PartlyUpheld = "PARTLY_UPHELD",
        Maintained = "MAINTAINED",
        /// Somebody with another role reads it from now on.
        HandedOn = "HANDED_ON",
        /// It was sent to another authority.
        SentOn = "SENT_ON",
        /// The citizen took it back.
        Withdrawn = "WITHDRAWN",
    }

    /// How a complaint stands.
    ComplaintStatus {
        Received = "RECEIVED",
        /// It is being looked at.
        Read = "READ",
        /// The citizen was asked something and has not answered.
        Asked = "ASKED",
        Upheld = "UPHELD",
        PartlyUpheld = "PARTLY_UPHELD",
        Maintained = "MAINTAINED",
        SentOn = "SENT_ON",
        Withdrawn = "WITHDRAWN",
    }
}

impl ComplaintFact {
    /// Whether it says how the complaint was decided.
    #[must_use]
    pub const fn is_decision(self) -> bool {
        matches!(self, Self::Upheld | Self::PartlyUpheld | Self::Maintained)
    }

    /// Whether who does it says something with it.
    #[must_use]
    pub const fn needs_words(self) -> bool {
        self.is_decision() || matches!(self, Self::Asked | Self::Added)
    }
}

impl ComplaintStatus {
    /// Of a complaint to which this has happened, the first first.
    #[must_use]
    pub fn of(facts: impl IntoIterator<Item = ComplaintFact>) -> Self {
        facts.into_iter().fold(Self::Received, Self::after)
    }

    const fn after(self, fact: ComplaintFact) -> Self {
        match fact {
            ComplaintFact::Received | ComplaintFact::HandedOn => Self::Received,
            ComplaintFact::Acknowledged => Self::Read,
            ComplaintFact::Asked => Self::Asked,
            ComplaintFact::Added if matches!(self, Self::Asked) => Self::Read,
            ComplaintFact::Added | ComplaintFact::Named => self,
            ComplaintFact::Upheld => Self::Upheld,
            ComplaintFact::PartlyUpheld => Self::PartlyUpheld,
            ComplaintFact::Maintained => Self::Maintained,
            ComplaintFact::SentOn => Self::SentOn,
            ComplaintFact::Withdrawn => Self::Withdrawn,
        }
    }

    /// Whether somebody still has to answer it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::Read | Self::Asked)
    }

    /// Whether it was answered; it can still be sent on.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        matches!(self, Self::Upheld | Self::PartlyUpheld | Self::Maintained)
    }

    /// Whether something can happen to a complaint that stands so.
    #[must_use]
    pub const fn allows(self, fact: ComplaintFact) -> bool {
        match fact {
            ComplaintFact::Received => false,
            ComplaintFact::Acknowledged => matches!(self, Self::Received),
            ComplaintFact::Asked
            | ComplaintFact::Upheld
            | ComplaintFact::PartlyUpheld
            | ComplaintFact::Maintained
            | ComplaintFact::Added
            | ComplaintFact::Named
            | ComplaintFact::Withdrawn => self.is_open(),
            ComplaintFact::HandedOn => self.is_open() || self.is_decided(),
            ComplaintFact::SentOn => matches!(self, Self::PartlyUpheld | Self::Maintained),
        }
    }
}
