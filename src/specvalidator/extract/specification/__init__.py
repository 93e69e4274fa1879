"""专项职业能力考核规范 (附件2): what the words of a specification mean."""
