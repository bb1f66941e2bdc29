//! What a receipt of a complaint says: one line, the same whoever writes it, so that it can be signed and checked.

use super::{ComplaintTiming, StartDay, StartDayKind};
use crate::{LocalDay, Role};
use std::{fmt, str::FromStr};

/// What the line begins with: another reading of the fields would be another version.
const VERSION: &str = "traedesten-receipt-1";

/// What a receipt says. It holds nothing of what was written, nor of who wrote it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    pub municipality: String,
    /// By which it is asked for: ten letters and digits.
    pub number: String,
    pub received_on: LocalDay,
    /// The code of the body that it went to; `None` where the standard names none.
    pub recipient: Option<String>,
    /// The role that reads it first.
    pub reader: Role,
    /// What was told of the day from which the last one is counted.
    pub start: Option<StartDay>,
    pub latest: Option<LocalDay>,
    pub timing: ComplaintTiming,
    pub reassess_by: Option<LocalDay>,
    /// The code of the authority to which it goes if it is not upheld.
    pub onward: Option<String>,
}

/// A line that is no receipt.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ParseReceiptError;

impl fmt::Display for Receipt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |day: Option<LocalDay>| day.map_or_else(|| "-".to_owned(), |day| day.date().to_string());
        let code = |code: &Option<String>| code.clone().unwrap_or_else(|| "-".to_owned());
        let fields = [
            VERSION.to_owned(),
            self.municipality.clone(),
            self.number.clone(),
            self.received_on.date().to_string(),
            code(&self.recipient),
            self.reader.code().to_owned(),
            self.start.map_or("-", |start| start.kind.code()).to_owned(),
            day(self.start.and_then(|start| start.day)),
            day(self.latest),
            self.timing.code().to_owned(),
            day(self.reassess_by),
            code(&self.onward),
        ];
        out.write_str(&fields.join("|"))
    }
}

impl FromStr for Receipt {
    type Err = ParseReceiptError;

    fn from_str(line: &str) -> Result<Self, ParseReceiptError> {
        let fields: Vec<&str> = line.split('|').collect();
        let [
            version,
            municipality,
            number,
            received,
            recipient,
            reader,
            kind,
            start,
            latest,
            timing,
            reassess,
            onward,
        ] = fields[..]
        else {
            return Err(ParseReceiptError);
        };
        let code = |field: &str| (field != "-").then(|| field.to_owned());
        let day = |field: &str| match field {
            "-" => Ok(None),
            day => LocalDay::parse(day).map(Some).ok_or(ParseReceiptError),
        };
        let start = match kind {
            "-" => None,
            kind => Some(StartDay {
                kind: StartDayKind::from_code(kind).ok_or(ParseReceiptError)?,
                day: day(start)?,
            }),
        };
        if version != VERSION {
            return Err(ParseReceiptError);
        }
        Ok(Self {
            municipality: municipality.to_owned(),
            number: number.to_owned(),
            received_on: LocalDay::parse(received).ok_or(ParseReceiptError)?,
            recipient: code(recipient),
            reader: Role::from_code(reader).ok_or(ParseReceiptError)?,
            start,
            latest: day(latest)?,
            timing: ComplaintTiming::from_code(timing).ok_or(ParseReceiptError)?,
            reassess_by: day(reassess)?,
            onward: code(onward),
        })
    }
}
