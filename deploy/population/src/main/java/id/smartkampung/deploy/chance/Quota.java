package id.smartkampung.deploy.chance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Splits a whole number by weights so that the parts add up to it: the largest remainders get the rest. */
public final class Quota {

    private Quota() {}

    public static int[] split(int whole, long[] weights) {
        long sum = 0;
        for (long weight : weights) {
            sum = Math.addExact(sum, weight);
        }
        int[] parts = new int[weights.length];
        long[] remainders = new long[weights.length];
        List<Integer> byRemainder = new ArrayList<>();
        int left = whole;
        for (int i = 0; i < weights.length; i++) {
            long share = Math.multiplyExact(whole, weights[i]);
            parts[i] = (int) (share / sum);
            remainders[i] = share % sum;
            left -= parts[i];
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparingLong((Integer i) -> -remainders[i]).thenComparingInt(i -> i));
        for (int i = 0; i < left; i++) {
            parts[byRemainder.get(i)]++;
        }
        return parts;
    }
}
