package tsbn.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WordDraftTest {
  @Test
  void whatIsUsualIsNotSaid() {
    WordDraft plain = WordDraft.of("/speeches");
    assertTrue(plain.isUsual());
    assertEquals("3", plain.get("min-length"));
    WordDraft longer = plain.with("min-length", "5").with("stop", "mr,mrs");
    assertEquals("/speeches?min-length=5&stop=mr,mrs", longer.source());
    assertFalse(longer.isUsual());
    assertFalse(longer.same(plain));
    assertTrue(longer.usual().same(plain));
    assertEquals("/speeches?stop=mr,mrs", longer.with("min-length", "3").source());
    assertTrue(WordDraft.of("/speeches?min-length=3").same(plain));
    assertFalse(WordDraft.of("/other").same(plain));
  }

  @Test
  void theYearsReadAreKept() {
    WordDraft recent = WordDraft.of("/speeches?from=1900&to=2014");
    assertFalse(recent.isUsual());
    assertEquals(
        "/speeches?from=1900&to=2014&numbers=keep", recent.with("numbers", "keep").source());
  }
}
