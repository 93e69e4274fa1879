import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) without a library: objects become maps, arrays lists, numbers doubles.
 *
 * <p>A system that has Jackson or Gson should use that instead.
 */
final class Json {

    private static final int DEEPEST = 200;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Return the value that a text holds.
     *
     * @throws IllegalArgumentException it is no JSON
     */
    static Object read(String text) {
        Json reader = new Json(text);
        Object value = reader.value();
        reader.skip();
        if (reader.at < text.length()) {
            throw reader.wrong();
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    static String text(Object value) {
        return (String) value;
    }

    private Object value() {
        skip();
        switch (next()) {
            case '{':
                return object();
            case '[':
                return list();
            case '"':
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> found = new LinkedHashMap<>();
        enter();
        skip();
        if (next() != '}') {
            do {
                skip();
                if (next() != '"') {
                    throw wrong();
                }
                String name = string();
                skip();
                take(':');
                found.put(name, value());
                skip();
            } while (taken(','));
        }
        take('}');
        depth--;
        return found;
    }

    private List<Object> list() {
        List<Object> found = new ArrayList<>();
        enter();
        skip();
        if (next() != ']') {
            do {
                found.add(value());
                skip();
            } while (taken(','));
        }
        take(']');
        depth--;
        return found;
    }

    private String string() {
        StringBuilder found = new StringBuilder();
        at++;
        while (next() != '"') {
            char letter = text.charAt(at++);
            if (letter < ' ') {
                throw wrong();
            }
            found.append(letter == '\\' ? escaped() : letter);
        }
        at++;
        return found.toString();
    }

    private char escaped() {
        char letter = next();
        at++;
        switch (letter) {
            case '"':
            case '\\':
            case '/':
                return letter;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return unit();
            default:
                throw wrong();
        }
    }

    /** Return a UTF-16 unit: a character beyond the first plane is two escapes, as in Java. */
    private char unit() {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
            throw wrong();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Double number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String found = text.substring(start, at);
        if (!found.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw wrong();
        }
        return Double.valueOf(found);
    }

    private Object word(String word, Object meaning) {
        if (!text.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return meaning;
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw wrong();
        }
    }

    private void skip() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private void take(char wanted) {
        if (!taken(wanted)) {
            throw wrong();
        }
    }

    private boolean taken(char wanted) {
        if (next() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("no JSON at character " + at);
    }
}
