//! The list of offers, and one offer.

mod filter;
mod list;
mod one;

pub use list::OffersPage;
pub use one::OfferPage;
