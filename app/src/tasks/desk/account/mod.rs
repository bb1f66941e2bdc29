pub mod text;
pub mod views;
