"""What a ticket says: the slip's data, cleaned, and its words in the citizen's language."""

from layso_printing.slip.clean import clean
from layso_printing.slip.ticket import SlipWrong, TicketSlip, Wait
from layso_printing.slip.words import Fact, SlipWords, words_of

__all__ = ["Fact", "SlipWords", "SlipWrong", "TicketSlip", "Wait", "clean", "words_of"]
